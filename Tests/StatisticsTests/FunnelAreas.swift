/// The areas of PHEindicatormethods' test of crude rates, with its verdicts.
enum FunnelAreas {
    static let crudeRates: [(count: Double, population: Double, verdict: FunnelVerdict)] = [
        (2419, 264102, .highest), (2337, 259711, .highest), (2291, 289247, .highest), (2242, 265029, .highest),
        (2218, 284649, .highest), (2159, 293578, .highest), (2130, 286718, .highest), (2111, 307381, .within),
        (2105, 274145, .highest), (2083, 297424, .high), (2078, 272628, .highest), (2062, 269656, .highest),
        (2061, 294692, .high), (2033, 277710, .highest), (2033, 259213, .highest), (2010, 285516, .high),
        (2004, 269449, .highest), (2002, 290888, .within), (1977, 287112, .within), (1944, 286492, .within),
        (1932, 287012, .within), (1922, 291277, .within), (1912, 289859, .within), (1881, 289653, .within),
        (1844, 282519, .within), (1835, 274220, .within), (1833, 280271, .within), (1825, 284206, .within),
        (1816, 274508, .within), (1809, 288384, .low), (1798, 287072, .low), (1754, 282744, .lowest),
        (1746, 289208, .lowest), (1709, 287736, .lowest), (1694, 296175, .lowest), (1688, 303255, .lowest),
        (1649, 285959, .lowest), (1553, 274661, .lowest), (1332, 281425, .lowest), (0, 297820, .lowest),
    ]
}
