import Statistics
import Testing

@Suite("Discoveries of a family of tests, as R's p.adjust")
struct FalseDiscoveryRateTests {
    static let family: [Double?] = [
        0.042, 0.001, nil, 0.06, 0.039, 0.205, 0.008, 0.986, 0.041, nil, 0.074, 0.212, 0.216, 0.222, 0.251, 0.001,
    ]

    @Test func `adjusted p values, those missing no part of the family`() throws {
        let expected: [Double?] = [
            0.098, 0.007, nil, 0.12, 0.098, 0.259, 0.037333333333333336, 0.986, 0.098, nil, 0.1295, 0.259, 0.259, 0.259,
            0.2703076923076923, 0.007,
        ]
        let adjusted = try adjustedPValues(Self.family)
        #expect(adjusted.count == expected.count)
        for (value, theirs) in zip(adjusted, expected) {
            #expect((value == nil) == (theirs == nil))
            if let value, let theirs { #expect(agree(value, theirs, within: 1e-12)) }
        }
        let found = try benjaminiHochberg(Self.family, rate: 0.05)
        #expect(found.indices.filter { found[$0] == true } == [1, 6, 15])
        #expect(found.indices.filter { found[$0] == nil } == [2, 9])
    }

    @Test func `a p that fails by itself is carried by smaller ones after it`() throws {
        // 0.03 is over 1/3 and 2/3 of 5%, and discovered with 0.04 at 3/3.
        #expect(try benjaminiHochberg([0.03, 0.035, 0.04], rate: 0.05) == [true, true, true])
        #expect(try benjaminiHochberg([0.03, 0.035, 0.06], rate: 0.05) == [false, false, false])
    }

    @Test func `an empty family and one of nothing but missing`() throws {
        #expect(try adjustedPValues([]).isEmpty)
        #expect(try benjaminiHochberg([nil, nil], rate: 0.05) == [nil, nil])
        #expect(try benjaminiHochberg([0], rate: 0.05) == [true])
    }
}
