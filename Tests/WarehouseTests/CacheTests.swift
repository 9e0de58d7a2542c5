import Diagnostics
import Foundation
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// What is kept between runs never makes an answer wrong.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct CacheTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,"), to: "2024-01.csv")
        try bench.write(Incidents.file("2,2024-02-01,a1,Theft,1,", "x,2024-02-01,zz,Theft,1,"), to: "2024-02.csv")
        return bench
    }

    private func numbers(_ bench: Workbench, asOf: String = "2026-03-31") async throws -> (numbers: [String], result: FetchResult) {
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll], asOf: asOf)
        return (try result.table().rows.map { $0[0] }, result)
    }

    @Test func anUnchangedRunStartsNothingAndSaysTheSame() async throws {
        let bench = try bench()
        let first = try await numbers(bench)
        let second = try await numbers(bench)
        #expect(first.result.engineStarts == 3)
        #expect(second.result.engineStarts == 0)
        #expect(bench.scriptsRun.count == 2)
        #expect(second.numbers == first.numbers)
        #expect(second.result.receipts[0].setAside == first.result.receipts[0].setAside)
        #expect(second.result.receipts[0].placements == first.result.receipts[0].placements)
    }

    @Test func theNextNightStartsNothingEither() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        #expect(try await numbers(bench, asOf: "2026-04-01").result.engineStarts == 0)
    }

    @Test func aTouchedFileWithTheSameContentIsNotLoaded() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,"), to: "2024-01.csv")
        #expect(try await numbers(bench).result.engineStarts == 0)
    }

    @Test("a month that is new in several datasets is read in each, records that do not fit with it")
    func severalGrow() async throws {
        let bench = try Workbench()
        let contracts = ["first", "second", "third"].map { name in
            var contract = Incidents.contract(["\(name)-*.csv"])
            contract.name = name
            return contract
        }
        for month in 1...3 {
            for (place, contract) in contracts.enumerated() {
                let lines = (0...place).map { "\(month)-\($0),2024-0\(month)-01,a1,Theft,1," } + ["x,2024-01-01,zz,Theft,1,"]
                try bench.write(
                    ([Incidents.header] + lines).map { $0 + "\n" }.joined(), to: "\(contract.name)-\(month).csv")
            }
            let result = try await bench.warehouse().fetch(bench.request(contracts))
            #expect(result.diagnostics.isEmpty)
            for (place, contract) in contracts.enumerated() {
                let receipt = try #require(result.receipt(contract.name))
                #expect(receipt.loaded == month * (place + 1) && receipt.setAside.count == month)
            }
        }
    }

    @Test func onlyTheNewMonthIsRead() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        try bench.write(Incidents.file("3,2024-03-01,a2,Theft,1,"), to: "2024-03.csv")
        let second = try await numbers(bench)
        #expect(second.numbers == ["1", "2", "3"])
        #expect(second.result.receipts[0].setAside.map(\.line) == [3])
        let load = try #require(bench.scriptsRun.dropFirst(2).first)
        #expect(load.contains("2024-03.csv"))
        #expect(!load.contains("2024-01.csv"))
    }

    @Test func aRestatedFileTakesThePlaceOfTheOld() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        try bench.write(Incidents.file("7,2024-02-01,a1,Theft,1,"), to: "2024-02.csv")
        let second = try await numbers(bench)
        #expect(second.numbers == ["1", "7"])
        #expect(second.result.receipts[0].setAside.isEmpty)
        #expect(second.result.receipts[0].records == 2)
    }

    @Test func aFileThatWentTakesItsRecordsWithIt() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        try FileManager.default.removeItem(atPath: "\(bench.data)/2024-02.csv")
        let second = try await numbers(bench)
        #expect(second.numbers == ["1"])
        #expect(second.result.receipts[0].setAsideCount == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(bench.state)/set-aside").isEmpty)
        try FileManager.default.removeItem(atPath: "\(bench.data)/2024-01.csv")
        let third = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(third.receipts[0].standing == .missing)
        #expect(third.tables.values.first == .failure(.datasetMissing("incidents")))
        #expect(third.diagnostics.diagnostics.map(\.problem.code) == ["data-no-files"])
    }

    static let damages = ["cache.duckdb", "index.json", "both", "no cache", "no index", "results", "older cache"]

    @Test(arguments: damages)
    func aDamagedCacheIsMadeAnew(_ damage: String) async throws {
        let bench = try bench()
        let first = try await numbers(bench)
        let files = FileManager.default
        let older = files.contents(atPath: "\(bench.state)/cache.duckdb")
        try bench.write(Incidents.file("3,2024-03-01,a2,Theft,1,"), to: "2024-03.csv")
        if damage == "older cache" { _ = try await numbers(bench) }
        for name in ["cache.duckdb", "index.json"] {
            let path = "\(bench.state)/\(name)"
            if damage == name || damage == "both" { try Data("no such thing".utf8).write(to: URL(fileURLWithPath: path)) }
            if damage == "no " + name.prefix(5) { try files.removeItem(atPath: path) }
        }
        if damage == "older cache" {
            // A load that was killed between the store and its index.
            try older?.write(to: URL(fileURLWithPath: "\(bench.state)/cache.duckdb"))
            try bench.write(Incidents.file("4,2024-04-01,a2,Theft,1,"), to: "2024-04.csv")
        }
        for name in try files.contentsOfDirectory(atPath: "\(bench.state)/results") where damage == "results" {
            let path = "\(bench.state)/results/\(name)"
            let bytes = try #require(files.contents(atPath: path))
            try Data(bytes.dropLast(3)).write(to: URL(fileURLWithPath: path))
        }
        let second = try await numbers(bench)
        #expect(second.numbers == first.numbers + (damage == "older cache" ? ["3", "4"] : ["3"]))
        #expect(second.result.receipts[0].setAside == first.result.receipts[0].setAside)
        #expect(try await numbers(bench).result.engineStarts == 0)
    }

    @Test func anAnswerNoLongerAskedIsNotKept() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        let before = try FileManager.default.contentsOfDirectory(atPath: "\(bench.state)/results").count
        _ = try await bench.fetch(Incidents.contract())
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(bench.state)/results").count == before - 1)
    }

    @Test func aDatasetThatWentLeavesNoRecords() async throws {
        let bench = try bench()
        _ = try await numbers(bench)
        let result = try await bench.warehouse().fetch(bench.request([]))
        #expect(result.receipts.isEmpty)
        let database = try #require(FileManager.default.contents(atPath: "\(bench.state)/index.json"))
        #expect(!String(decoding: database, as: UTF8.self).contains("2024-01.csv"))
    }

    @Test func aDateThatWasTooLateCountsOnceItIsNot() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,", "2,2026-01-01,a1,Theft,1,"), to: "a.csv")
        let early = try await numbers(bench, asOf: "2024-06-30")
        #expect(early.numbers == ["1"])
        #expect(early.result.receipts[0].setAsideCounts == [.date: 1])
        let between = try await numbers(bench, asOf: "2025-06-30")
        #expect(between.numbers == ["1"])
        #expect(between.result.receipts[0].setAsideCount == 0)
        #expect(between.result.receipts[0].months.map(\.description) == ["2024-01"])
        #expect(try await numbers(bench, asOf: "2026-06-30").numbers == ["1", "2"])
    }

    @Test func twoRunsDoNotShareAStateFolderAtOnce() async throws {
        let bench = try bench()
        let state = try StateFolder(path: bench.state)
        let lock = try await StateLock(in: state, seconds: 1)
        let request = try bench.request([Incidents.contract()])
        await #expect(throws: WarehouseError.stateFolderHeld(path: state.path, seconds: 0)) {
            _ = try await bench.warehouse({ $0.lockSeconds = 0 }).fetch(request)
        }
        lock.release()
        #expect(try await bench.warehouse({ $0.lockSeconds = 0 }).fetch(request).receipts.count == 1)
    }

    @Test func aKeptTableComesBackToTheBit() throws {
        let shape = AnswerShape(columns: [.init(name: "n", isNumber: true), .init(name: "t", isNumber: false)])
        let table = Table([("n", .numbers([0.1, -0.0, 1e300, .leastNonzeroMagnitude])), ("t", .texts(["", "é\n\"", "a,b", "💡"]))])
        let bytes = KeptTable.encode(table, shape: shape)
        #expect(KeptTable.decode(bytes, shape: shape) == table)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 1
            #expect(KeptTable.decode(damaged, shape: shape) == nil)
        }
    }
}
