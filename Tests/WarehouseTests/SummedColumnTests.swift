import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Columns made of several headers, and columns that the files leave out.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct SummedColumnTests {
    private static func contract(required: Bool = false) -> DatasetContract {
        DatasetContract(
            name: "people", title: "People", files: ["*.csv"],
            columns: [
                .init(name: "area", header: "code", type: .area),
                .init(name: "year", origin: .value("2020"), type: .whole),
                .init(
                    name: "young", origin: .sum(["10", "11", "12"]), type: .whole, required: required, minimum: 0,
                    maximum: 100),
                .init(name: "all", header: "total", type: .whole),
            ], mostUnfit: 1)
    }

    private static let query = Query(
        "q", of: "people", by: [.area(AreaLevel("ward")), .column("year")],
        measures: [Measure("young", .sum("young")), Measure("n", .count)])

    @Test func partsAreSummedAndAStatedValueIsEveryRecords() async throws {
        let bench = try Workbench()
        try bench.write("code,total,12,10,11\na1,50,1,2,3\na1,50, 4 ,0,1\na2,50,0,0,0\n", to: "a.csv")
        try bench.write("11,10,12,code,total\n100,0,0,a2,100\n", to: "b.csv")
        let result = try await bench.fetch(Self.contract(), queries: [Self.query])
        #expect(try result.table().rows == [["W1", "2020", "11", "2"], ["W2", "2020", "100", "2"]])
        #expect(result.receipts[0].setAsideCount == 0)
    }

    struct Unfit: Sendable {
        var row: String
        var reason: SetAsideReason?
        var value = ""
    }

    static let unfit = [
        Unfit(row: "a1,50,1,many,3", reason: .type, value: "many"), Unfit(row: "a1,50,1,2.5,3", reason: .type, value: "2.5"),
        Unfit(row: "a1,50,99,1,1", reason: .range, value: "99"), Unfit(row: "a1,50,-5,1,1", reason: .range, value: "-5"),
        Unfit(row: "a1,50,1,,3", reason: .missing), Unfit(row: "a1,50,1,2,3", reason: nil),
    ]

    @Test(arguments: unfit)
    func aPartThatDoesNotFitCostsTheRecord(_ unfit: Unfit) async throws {
        let bench = try Workbench()
        try bench.write("code,total,10,11,12\na2,9,1,1,1\n\(unfit.row)\n", to: "a.csv")
        let receipt = try #require(try await bench.fetch(Self.contract(required: true)).receipt("people"))
        #expect(
            receipt.setAside
                == unfit.reason.map { [SetAsideRecord(file: "a.csv", line: 3, column: "young", reason: $0)] } ?? [])
        #expect(receipt.loaded == (unfit.reason == nil ? 2 : 1))
        if !unfit.value.isEmpty { #expect(try bench.stateHolds(",young,\(unfit.reason?.rawValue ?? ""),\(unfit.value)\n")) }
    }

    @Test func aSumWithAnAbsentPartIsAbsentAndNotLess() async throws {
        let bench = try Workbench()
        try bench.write("code,total,10,11,12\na1,50,1,,3\na1,50,1,1,1\n", to: "a.csv")
        let result = try await bench.fetch(Self.contract(), queries: [Self.query])
        #expect(try result.table().rows == [["W1", "2020", "3", "2"]])
    }

    @Test func aHeaderThatIsMissingRefusesTheFile() async throws {
        let bench = try Workbench()
        try bench.write("code,total,10,12\na1,50,1,3\n", to: "a.csv")
        let receipt = try #require(try await bench.fetch(Self.contract()).receipt("people"))
        #expect(receipt.standing == .refused)
        #expect(
            receipt.diagnostics.first
                == Diagnostic(
                    DataProblem.columnMissing(header: "11", column: "young", headers: ["code", "total", "10", "12"]),
                    inFile: "a.csv"))
    }
}

/// The published reference tables of people by single year of age, against a sum made here without the warehouse.
@Suite(.enabled(if: RealData.isThere, "needs the real data and DuckDB"))
struct RealPopulationTests {
    static let ages = (10...24).map(String.init)

    private static func contract(_ file: String, code: String, _ people: DatasetContract.Origin, year: String)
        -> DatasetContract
    {
        DatasetContract(
            name: "population", title: "", files: ["population/\(file)"],
            columns: [
                .init(name: "area", header: code, type: .area), .init(name: "year", origin: .value(year), type: .whole),
                .init(name: "people", origin: people, type: .whole, minimum: 0),
            ], extent: .wider)
    }

    private func told(_ contract: DatasetContract, _ level: AreaLevel) async throws -> [String: Int] {
        let bench = try Workbench()
        let folder = try #require(RealData.folder)
        let query = Query(
            "q", of: "population", by: [.area(level), .column("year")], measures: [Measure("people", .sum("people"))])
        let result = try await bench.warehouse().fetch(
            bench.request(
                [contract], queries: [query], geography: Telford().geography, data: folder))
        #expect(result.receipts[0].setAsideCount == 0)
        return Dictionary(uniqueKeysWithValues: try result.table().rows.map { ("\($0[0]) \($0[1])", Int($0[2]) ?? -1) })
    }

    @Test func peopleAged10To24ByWardOfThe2011Codes() async throws {
        let contract = Self.contract("population20_lsoa11.csv", code: "lsoa11_code", .sum(Self.ages), year: "2020")
        let telford = try Telford()
        var byWard: [String: Int] = [:]
        var borough = 0
        var straddling = 0
        for row in try RealData.rows("population/population20_lsoa11.csv") {
            guard let wards = telford.wards[row["lsoa11_code"] ?? ""] else { continue }
            let people = Self.ages.reduce(0) { $0 + (Int(row[$1] ?? "") ?? 0) }
            borough += people
            if wards.count == 1, let ward = wards.first {
                byWard["\(ward) 2020", default: 0] += people
            } else {
                straddling += people
            }
        }
        #expect(try await told(contract, Telford.ward) == byWard)
        #expect(try await told(contract, Telford.borough) == ["\(Telford.code) 2020": borough])
        #expect(straddling > 0 && byWard.values.reduce(0, +) + straddling == borough)
        // The authority's own row of the other file says the same.
        let ofAuthority = Self.contract("population20_ltla21.csv", code: "ltla21_code", .sum(Self.ages), year: "2020")
        var figures = ofAuthority
        figures.holding = .figures
        #expect(try await told(figures, Telford.borough) == ["\(Telford.code) 2020": borough])
    }

    @Test func residentsOfTheCensusByWard() async throws {
        let contract = Self.contract(
            "census21_residents_lsoa21.csv", code: "lsoa21_code", .header("total_residents"), year: "2021")
        let telford = try Telford()
        var byWard: [String: Int] = [:]
        for row in try RealData.rows("population/census21_residents_lsoa21.csv") {
            guard let ward = telford.wards[row["lsoa21_code"] ?? ""]?.first else { continue }
            byWard["\(ward) 2021", default: 0] += Int(row["total_residents"] ?? "") ?? 0
        }
        #expect(byWard.count == 32)
        #expect(try await told(contract, Telford.ward) == byWard)
    }
}
