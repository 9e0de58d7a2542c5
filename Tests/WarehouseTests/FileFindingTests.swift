import Diagnostics
import Foundation
import ModuleKit
import Testing

@testable import Warehouse

/// Only files below the data folder are read, and always in one order.
struct FileFindingTests {
    static let matches: [(String, String, Bool)] = [
        ("*.csv", "a.csv", true), ("*.csv", "b/a.csv", false), ("**/*-street.csv", "police/west-mercia/2025-03-x-street.csv", true),
        ("**/*-street.csv", "2025-03-street.csv", true), ("**/*-street.csv", "a/b/2025-03-outcomes.csv", false),
        ("a/**/b.csv", "a/b.csv", true), ("a/**/b.csv", "a/x/y/b.csv", true), ("a/**", "a/x/y", true), ("a/**", "b/x", false),
        ("2024-0?.csv", "2024-01.csv", true), ("2024-0?.csv", "2024-010.csv", false), ("a*b*c", "aXbXbc", true), ("A.csv", "a.csv", false),
        ("*", "", false), ("**", "x", true),
    ]

    @Test(arguments: matches)
    func patterns(_ pattern: String, _ path: String, _ expected: Bool) throws {
        #expect(try #require(FilePattern(pattern)).matches(path) == expected)
    }

    @Test(arguments: ["../secret.csv", "/etc/passwd", "a/../../b.csv", "~/x.csv", "", "a/\0"])
    func aPatternThatLeadsOutIsRefused(_ pattern: String) {
        #expect(FilePattern(pattern) == nil)
    }

    @Test func aPatternOfManyStarsEnds() throws {
        let pattern = try #require(FilePattern(String(repeating: "*a", count: 40)))
        #expect(!pattern.matches(String(repeating: "a", count: 200) + "b"))
    }

    @Test func linksThatLeadOutAreToldAndNotRead() throws {
        let bench = try Workbench()
        let files = FileManager.default
        try bench.write("x", to: "in/real.csv")
        try files.createDirectory(atPath: bench.root + "/outside", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.root + "/outside/secret.csv"))
        try files.createSymbolicLink(atPath: bench.data + "/in/link.csv", withDestinationPath: bench.root + "/outside/secret.csv")
        try files.createSymbolicLink(atPath: bench.data + "/in/inner.csv", withDestinationPath: bench.data + "/in/real.csv")
        try files.createSymbolicLink(atPath: bench.data + "/folder", withDestinationPath: bench.root + "/outside")
        try files.createSymbolicLink(atPath: bench.data + "/in/loop", withDestinationPath: bench.data + "/in")
        let found = DataFolder(path: bench.data).files(matching: ["in/*.csv", "../outside/*", "folder/*", "folder"], of: "d")
        #expect(found.paths == ["in/real.csv"])  // Of two names of one file its own.
        #expect(found.diagnostics.contains(Diagnostic(DataProblem.fileTwice(first: "in/real.csv", dataset: "d"), inFile: "in/inner.csv")))
        #expect(Set(found.diagnostics.map(\.problem.code)) == ["data-file-twice", "data-link-escapes", "data-pattern-escapes"])
        #expect(found.diagnostics.contains(Diagnostic(DataProblem.linkEscapes(dataset: "d"), inFile: "in/link.csv")))
    }

    /// A name that leads through the loop again and again is one that the engine's sandbox refuses, and with it the run.
    @Test func aLinkBackToAFolderAboveIsNotWalkedAgain() throws {
        let bench = try Workbench()
        let files = FileManager.default
        try bench.write("x", to: "in/deep/real.csv")
        try files.createDirectory(atPath: bench.root + "/outside", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.root + "/outside/secret.csv"))
        try files.createSymbolicLink(atPath: bench.data + "/in/secret.csv", withDestinationPath: bench.root + "/outside/secret.csv")
        for (link, target) in [("in/deep/loop", "."), ("in/deep/up", ".."), ("in/top", bench.data), ("in/circle.csv", "circle.csv")] {
            try files.createSymbolicLink(atPath: "\(bench.data)/\(link)", withDestinationPath: target)
        }
        let folder = DataFolder(path: bench.data)
        #expect(folder.paths == ["in/deep/real.csv"])
        #expect(folder.escaping == ["in/secret.csv"])
        #expect(folder.escapingFolders == [])
        #expect(folder.broken == ["in/circle.csv"])
    }

    @Test func aLongChainOfLinksIsFollowedToItsEnd() throws {
        let bench = try Workbench()
        let files = FileManager.default
        try bench.write("x", to: "in/real.csv")
        try files.createDirectory(atPath: bench.root + "/outside", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.root + "/outside/secret.csv"))
        for (name, end) in [("own", "real.csv"), ("foreign", bench.root + "/outside/secret.csv")] {
            for step in 0..<38 {
                try files.createSymbolicLink(
                    atPath: "\(bench.data)/in/\(name)\(step).csv",
                    withDestinationPath: step == 0 ? end : "\(name)\(step - 1).csv")
            }
        }
        let found = DataFolder(path: bench.data).files(matching: ["**/*37.csv"], of: "d")
        #expect(found.paths == ["in/own37.csv"])
        #expect(found.unread == ["in/foreign37.csv"])
    }

    @Test func aLinkToNothingIsToldAndAFolderBehindALinkWhereNothingElseIsFound() throws {
        let bench = try Workbench()
        let files = FileManager.default
        try files.createDirectory(atPath: bench.root + "/outside/deep", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.root + "/outside/a.csv"))
        try files.createSymbolicLink(atPath: bench.data + "/behind", withDestinationPath: bench.root + "/outside")
        try bench.write("x", to: "own/a.csv")
        try files.createSymbolicLink(atPath: bench.data + "/own/gone.csv", withDestinationPath: bench.root + "/outside/gone.csv")
        let folder = DataFolder(path: bench.data)
        func told(_ patterns: String...) -> [String] {
            folder.files(matching: patterns, of: "d").diagnostics.map { "\($0.path ?? "") \($0.problem.code)" }
        }
        for pattern in ["behind/*.csv", "behind/**", "be*/deep/x.csv", "behind"] {
            #expect(told(pattern) == [" data-no-files", "behind data-link-escapes"], "\(pattern)")
        }
        #expect(told("other/*.csv") == [" data-no-files"])
        #expect(told("own/gone.csv") == ["own/gone.csv data-file-unreadable"])
        #expect(told("**/a.csv") == [])
        let all = folder.files(matching: ["**/*.csv"], of: "d")
        #expect(all.paths == ["own/a.csv"])
        #expect(
            all.diagnostics == [
                Diagnostic(DataProblem.fileUnreadable(reason: "it is a link to nothing"), inFile: "own/gone.csv")
            ])
    }

    @Test(arguments: [
        ("*.csv", "a", false), ("a/*.csv", "a", true), ("a/b/*.csv", "a", true), ("a", "a", false), ("**", "a", true),
        ("**/x.csv", "a/b", true), ("a/*", "a/b", false), ("b/*", "a", false), ("a/**/x", "a/b/c", true),
    ])
    func patternsThatReachIntoAFolder(_ pattern: String, _ folder: String, _ expected: Bool) throws {
        #expect(try #require(FilePattern(pattern)).reaches(into: folder) == expected)
    }

    @Test func filesComeOnceAndInOrder() throws {
        let bench = try Workbench()
        for name in ["b.csv", "a.csv", "c/a.csv", ".hidden.csv"] { try bench.write("x", to: name) }
        let found = DataFolder(path: bench.data).files(matching: ["**/*.csv", "*.csv"], of: "d")
        #expect(found.paths == ["a.csv", "b.csv", "c/a.csv"])
        #expect(found.diagnostics.isEmpty)
    }

    @Test func aMissingDataFolderIsAnErrorAndAMissingFileAWarning() throws {
        let bench = try Workbench()
        let missing = DataFolder(path: bench.root + "/none").files(matching: ["*.csv"], of: "d").diagnostics
        #expect(missing.map(\.problem.code) == ["data-folder-unreadable"])
        let empty = DataFolder(path: bench.data).files(matching: ["*.csv"], of: "d").diagnostics
        #expect(empty.map(\.severity) == [.warning])
    }
}
