import Foundation
import Measures
import ModuleKit
import Reporting
import Testing

@testable import Nightly
@testable import Warehouse

@Suite("Which editions are in")
struct CompletenessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var every: Grain?
        var due = 20
        /// The month of the first count.
        var first = "2023-01"
        /// Records a month.
        var records: [Int]
        /// Of each, how many lie in other areas; none where left out. The dataset is then one that holds others' too.
        var elsewhere: [Int] = []
        var standing = DatasetReceipt.Standing.usable
        var asOf: String
        /// The newest editions.
        var editions: [String]
        var notes: [String] = []
    }

    static let usual = Array(repeating: 40, count: 12)

    static let cases = [
        Case(testDescription: "a register is never late", every: nil, records: [5], asOf: "2024-01-10", editions: []),
        Case(
            testDescription: "in, and the one that runs", every: .month, records: [5, 6], asOf: "2023-03-21",
            editions: ["2023-01 in 5", "2023-02 in 6", "2023-03 not due 0"]),
        Case(
            testDescription: "on its last day nothing is late", every: .month, records: [5], asOf: "2023-03-20",
            editions: ["2023-01 in 5", "2023-02 not due 0", "2023-03 not due 0"]),
        Case(
            testDescription: "and the day after it is", every: .month, records: [5], asOf: "2023-03-21",
            editions: ["2023-01 in 5", "2023-02 late by 1 0", "2023-03 not due 0"]),
        Case(
            testDescription: "what comes before it is due is not in yet", every: .month, records: [5, 6], asOf: "2023-03-02",
            editions: ["2023-01 in 5", "2023-02 not due 6", "2023-03 not due 0"]),
        Case(
            testDescription: "a hole between two stays late", every: .month, records: [5, 0, 7], asOf: "2023-04-21",
            editions: ["2023-01 in 5", "2023-02 late by 32 0", "2023-03 in 7", "2023-04 not due 0"]),
        Case(
            testDescription: "a quarter is in by any of its months", every: .quarter, records: [0, 3, 0], asOf: "2023-04-21",
            editions: ["2023 Q1 in 3", "2023 Q2 not due 0"]),
        Case(
            testDescription: "a financial year, due after nine months", every: .financialYear, due: 275, first: "2022-04",
            records: [9], asOf: "2024-01-01", editions: ["2022/23 in 9", "2023/24 not due 0"]),
        Case(
            testDescription: "of nothing at all the last that was due is late", every: .month, records: [],
            asOf: "2023-03-21", editions: ["2023-02 late by 1 0", "2023-03 not due 0"]),
        Case(
            testDescription: "a dataset that is not used holds nothing", every: .month, records: [5, 6], standing: .refused,
            asOf: "2023-03-21", editions: ["2023-02 late by 1 0", "2023-03 not due 0"]),
        Case(
            testDescription: "half of the usual is usual", every: .month, records: usual + [20], asOf: "2024-02-21",
            editions: ["2024-01 in 20", "2024-02 not due 0"]),
        Case(
            testDescription: "fewer than half is told", every: .month, records: usual + [19], asOf: "2024-02-21",
            editions: ["2024-01 in 19", "2024-02 not due 0"], notes: ["19 against a usual 40 in January 2024"]),
        Case(
            testDescription: "a file cut short that still holds some of each month", every: .month,
            records: usual + [99, 4], asOf: "2024-03-21", editions: ["2024-01 in 99", "2024-02 in 4", "2024-03 not due 0"],
            notes: ["4 against a usual 40 in February 2024"]),
        Case(
            testDescription: "a month that is there in two versions", every: .month,
            records: Array(repeating: 100, count: 12) + [174, 175], asOf: "2024-03-21",
            editions: ["2024-01 in 174", "2024-02 in 175", "2024-03 not due 0"],
            notes: ["175 against a usual 100 in February 2024; is a file there in two versions?"]),
        Case(
            testDescription: "next to nothing is late", every: .month, records: usual + [69, 3], asOf: "2024-03-21",
            editions: ["2024-01 in 69", "2024-02 late by 1 3", "2024-03 not due 0"],
            notes: ["3 against a usual 40 in February 2024, and so taken as not in"]),
        Case(
            testDescription: "what has come to be the usual is taken as such", every: .month,
            records: usual + Array(repeating: 3, count: 7), asOf: "2024-08-21",
            editions: ["2024-06 late by 32 3", "2024-07 in 3", "2024-08 not due 0"],
            notes: ["January", "February", "March", "April", "May", "June"].map {
                "3 against a usual 40 in \($0) 2024, and so taken as not in"
            }
                + ["3 against a usual 22 in July 2024"]),
        Case(
            testDescription: "of a file that holds others' records its own count", every: .month, records: usual + [40],
            elsewhere: Array(repeating: 0, count: 12) + [38], asOf: "2024-02-21",
            editions: ["2024-01 late by 1 2", "2024-02 not due 0"],
            notes: ["2 against a usual 40 in January 2024, and so taken as not in"]),
        Case(
            testDescription: "and where none of them is its own, the edition is not in", every: .month,
            records: usual + [40],
            elsewhere: Array(repeating: 0, count: 12) + [40], asOf: "2024-02-21",
            editions: ["2024-01 late by 1 0", "2024-02 not due 0"],
            notes: [
                "0 against a usual 40 in January 2024, and so taken as not in; is the column of its areas the right one?"
            ]),
        Case(
            testDescription: "before it is due, few records are no news", every: .month, records: usual + [3],
            asOf: "2024-02-05", editions: ["2024-01 not due 3", "2024-02 not due 0"]),
        Case(
            testDescription: "three forerunners tell of no usual number", every: .month, records: [40, 40, 40, 3],
            asOf: "2023-05-21",
            editions: ["2023-01 in 40", "2023-02 in 40", "2023-03 in 40", "2023-04 in 3", "2023-05 not due 0"]),
        Case(
            testDescription: "of few records half may be missing by chance", every: .month,
            records: Array(repeating: 19, count: 12) + [4], asOf: "2024-02-21",
            editions: ["2024-01 in 4", "2024-02 not due 0"]),
        Case(
            testDescription: "a low month of long ago is told no more", every: .month, records: usual + [3] + usual,
            asOf: "2025-02-21", editions: ["2025-01 in 40", "2025-02 not due 0"]),
    ]

    @Test("in, late by so many days, not due; and fewer records than usual", arguments: cases)
    func editions(_ example: Case) throws {
        let contract = DatasetContract(
            name: "theft", title: "Thefts", files: ["*.csv"],
            columns: [DatasetContract.Column(name: "area", header: "LSOA code", type: .area)],
            extent: example.elsewhere.isEmpty ? .partnership : .wider, every: example.every, dueDays: example.due)
        let first = try #require(Period(example.first)).firstMonth
        let receipt = DatasetReceipt(
            dataset: "theft", files: [], setAside: [], setAsideCounts: [:],
            placements: example.records.enumerated().map { place, records in
                MonthPlacement(
                    monthOrdinal: first.ordinal + place, records: records,
                    elsewhere: example.elsewhere.isEmpty ? 0 : example.elsewhere[place], unplaced: 0, placed: [:])
            } + [MonthPlacement(monthOrdinal: nil, records: 2, elsewhere: 0, unplaced: 0, placed: [:])],
            made: false, standing: example.standing, diagnostics: [])
        let told = Completeness.datasets([contract], [receipt], asOf: try #require(CalendarDate(example.asOf)))
        let words = told.flatMap(\.editions).map { edition in
            let standing =
                switch edition.standing {
                case .isIn: "in"
                case .late(let days): "late by \(days)"
                case .notDue: "not due"
                }
            return "\(edition.period) \(standing) \(edition.records ?? -1)"
        }
        #expect(Array(words.suffix(example.editions.count)) == example.editions)
        #expect(example.records.count > 6 || words.count == example.editions.count)
        let notes = Completeness.notes(of: told)
        #expect(notes.map(\.reason) == example.notes)
        #expect(notes.allSatisfy { !($0.reasonWithoutCounts ?? "40").contains("40") && $0.title == "Thefts" })
        #expect(notes.map(\.kind) == notes.map { $0.reason.contains("versions") ? .moreRecords : .fewerRecords })
    }

    @Test("a dataset that no run read is not told of")
    func unread() {
        let contract = DatasetContract(name: "theft", title: "Thefts", files: ["*.csv"], columns: [], every: .month)
        #expect(Completeness.datasets([contract], [], asOf: CalendarDate(daysSince1970: 20_000)).isEmpty)
    }
}
