extension Sample {
    /// Street-level crime and antisocial behaviour in the layout of police.uk, a file a month.
    static func streetCrime(seed: UInt64) -> SampleSource {
        SampleSource(
            path: "police/YYYY-MM/YYYY-MM-west-mercia-street.csv",
            story: """
                About 350 crimes and 60 antisocial behaviour incidents a month, far fewer than the borough has. LSOA \
                codes of 2011 until May 2023 and of 2021 from then. Antisocial behaviour in Woodside rises from January \
                2024; in Arleston & College it falls. Crime gathers in one LSOA of The Nedge, and from October 2023 in one of \
                Brookside. Some rows have no place, a few belong to other authorities, equal \
                rows are meant, and the files of January to April 2024 end their lines with CRLF, as the real ones do.
                """,
            files: SamplePeriod.months.map { month in
                var stream = RandomStream(seed: seed, name: "street crime \(month.text)")
                var rows = crimes(of: month, from: &stream) + antisocialBehaviour(of: month, from: &stream)
                rows += crimesElsewhere(of: month, from: &stream)
                rows += crimesAtHotspots(in: month, seed: seed)
                rows.sort { ($0[8], $0[9], $0[6], $0[0]) < ($1[8], $1[9], $1[6], $1[0]) }
                return SampleFile(
                    path: "police/\(month.text)/\(month.text)-west-mercia-street.csv",
                    table: Table(
                        header: StreetRecord.header, rows: rows,
                        lineEnd: CalendarMonth(2024, 1) <= month && month <= CalendarMonth(2024, 4) ? "\r\n" : "\n"))
            })
    }

    private static func crimes(of month: CalendarMonth, from stream: inout RandomStream) -> [[String]] {
        Borough.wards.flatMap { ward in
            let mean = 350 * Double(ward.weight * month.dayCount * 12) / Double(Borough.weight * 365)
            return (0..<stream.poisson(mean: mean)).map { _ in
                StreetRecord.crime(in: .area(ward.smallArea(from: &stream)), month: month, from: &stream)
            }
        }
    }

    /// What two LSOAs have beside the others: one in The Nedge always, one in Brookside from October 2023. Of a stream of its own, so that
    /// nothing else moves.
    private static func crimesAtHotspots(in month: CalendarMonth, seed: UInt64) -> [[String]] {
        var stream = RandomStream(seed: seed, name: "hotspots \(month.text)")
        let hotspots = month < CalendarMonth(2023, 10) ? ["E01014193"] : ["E01014193", "E01014106"]
        return Borough.wards.flatMap(\.smallAreas).filter { hotspots.contains($0.code) }.flatMap { area in
            (0..<stream.poisson(mean: 8)).map { _ in StreetRecord.crime(in: .area(area), month: month, from: &stream) }
        }
    }

    private static func antisocialBehaviour(of month: CalendarMonth, from stream: inout RandomStream) -> [[String]] {
        Borough.wards.flatMap { ward in
            let mean = antisocialLevel(of: ward, in: month) * Double(month.dayCount * 12) / 365
            return (0..<stream.poisson(mean: mean)).map { _ in
                StreetRecord.antisocialBehaviour(
                    in: .area(ward.smallArea(from: &stream)), month: month, from: &stream)
            }
        }
    }

    /// The true level of antisocial behaviour, a month: the two wards in which something happens are set, the others share
    /// 42 by how busy they are.
    private static func antisocialLevel(of ward: Ward, in month: CalendarMonth) -> Double {
        switch ward.code {
        case Borough.woodside:
            month < CalendarMonth(2024, 1) ? 10 : 18
        case Borough.arlestonAndCollege:
            month < CalendarMonth(2023, 4) ? 9 : month < CalendarMonth(2024, 1) ? 5 : 3
        default:
            42 * Double(ward.weight) / Double(Borough.weight)
        }
    }

    private static func crimesElsewhere(of month: CalendarMonth, from stream: inout RandomStream) -> [[String]] {
        var rows: [[String]] = []
        for _ in 0..<stream.poisson(mean: 5) {
            rows.append(StreetRecord.crime(in: .unknown, month: month, from: &stream))
        }
        for _ in 0..<stream.poisson(mean: 6) {
            let authority = stream.pick(StreetRecord.otherAuthorities)
            rows.append(StreetRecord.crime(in: .elsewhere(authority), month: month, from: &stream))
        }
        return rows
    }
}
