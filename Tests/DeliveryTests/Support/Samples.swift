import AlertStore
import Alerting
import Definitions
import Foundation
import Measures

/// A folder that goes with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.appending(path: "beacon-delivery-\(UUID().uuidString)")
            .standardizedFileURL.path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var state: String { path + "/state" }
    /// Not yet made.
    var notices: String { path + "/notices" }

    /// The names of all files of the notices' folder, also hidden ones.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: notices).sorted()
    }

    func contents() throws -> [String: String] {
        try files().reduce(into: [:]) { contents, name in
            contents[name] = try String(contentsOfFile: "\(notices)/\(name)", encoding: .utf8)
        }
    }
}

enum Sample {
    static let time = Date(timeIntervalSince1970: 1_770_000_000)
    static let asOf = CalendarDate(daysSince1970: 20_500)

    static func notice(_ key: String) -> Notice {
        let quarter = Period(grain: .quarter, ordinal: 2025 * 4 + 3)
        return Notice(
            key: key, group: "burglary-group", audience: "partnership", subject: "Burglary group: 1 new breach",
            body: ["One rule fires anew.", "See the list."], asOf: asOf,
            items: [
                Notice.Item(
                    rule: "burglary_rise", title: "Burglary rises", severity: .high, section: .new,
                    area: AreaCode("E05000001"), areaName: "Arleston", period: quarter, since: quarter.moved(by: -1),
                    message: "12 → 18 (+50%)")
            ])
    }

    /// A store whose one run put these notices into the outbox.
    static func store(in folder: String, _ notices: [Notice], channels: [String] = ["folder"]) throws -> AlertStore {
        let store = try AlertStore(stateFolder: folder)
        try store.commit(
            RunRecord(
                asOf: asOf, started: time, finished: time, inputFingerprint: "", definitionsFingerprint: "",
                figures: FigureDigests(ObservationSet()), notices: notices.map { OutgoingNotice($0, by: channels) }))
        return store
    }
}
