import SampleRecords
import Testing

@Suite("The totals that the sample's page states hold for every seed")
struct SampleTotalsTests {
    private static let seeds: [UInt64] = [Sample.seed, 1, 2]

    private static let made = Dictionary(uniqueKeysWithValues: seeds.map { ($0, Sample.files(seed: $0)) })

    /// The cells of a file's lines; the files asked for here have no quoted cell.
    private func rows(of path: String, seed: UInt64) throws -> [[String]] {
        let text = try #require(Self.made[seed]?[path])
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(
        "serious youth violence agrees with the strategy",
        arguments: [("2021-22", 134), ("2022-23", 148), ("2023-24", 116)])
    func youthViolence(year: String, expected: Int) throws {
        let listed: Set = ["Violence with injury", "Robbery", "Possession of weapons", "Homicide", "Rape"]
        for seed in Self.seeds {
            let counted = try rows(of: "serious-youth-violence/incidents-\(year).csv", seed: seed).filter { row in
                listed.contains(row[3]) && [row[4], row[5]].compactMap { Int($0) }.contains { $0 < 25 }
            }
            #expect(counted.count == expected)
            #expect(Set(counted.map { $0[0] }).count == expected)
        }
    }

    @Test(
        "casualties killed or seriously injured are the planned ones of the year",
        arguments: [("2020", 32), ("2021", 50), ("2022", 57), ("2023", 55), ("2024", 13)])
    func roadCasualties(year: String, expected: Int) throws {
        for seed in Self.seeds {
            let hurt = try rows(of: "roads/casualties.csv", seed: seed).filter { $0[2] == year && $0[9] != "Slight" }
            #expect(hurt.count == expected)
        }
    }

    @Test("the borough has the strategy's population, and the wards make it up, as the LSOAs do")
    func population() throws {
        let people = try rows(of: "population/population.csv", seed: Sample.seed).filter { $0[1] == "2022" }
        let borough = people.filter { $0[0] == "E06000020" }.compactMap { Int($0[4]) }.reduce(0, +)
        let wards = people.filter { $0[0].hasPrefix("E05") }.compactMap { Int($0[4]) }.reduce(0, +)
        let smallAreas = people.filter { $0[0].hasPrefix("E01") }.compactMap { Int($0[4]) }.reduce(0, +)
        #expect(borough == 188_900)
        #expect(wards == 188_900)
        #expect(smallAreas == 188_900)
    }

    @Test("council incidents fall by the strategy's 30%")
    func councilIncidents() throws {
        let months = try rows(of: "high-harm-areas/council-asb.csv", seed: Sample.seed)
        func incidents(from first: String, to last: String) -> Int {
            months.filter { first <= $0[0] && $0[0] <= last }.compactMap { Int($0[2]) }.reduce(0, +)
        }
        #expect(incidents(from: "2022-04", to: "2023-03") == 2140)
        #expect(incidents(from: "2023-04", to: "2024-03") == 1498)
    }

    @Test("another seed makes other records")
    func seedMatters() {
        #expect(Self.made[1] != Self.made[2])
    }
}
