import Diagnostics
import Foundation
import Measures
import ModuleKit
import RuleLanguage
import YAMLText

/// What the fuzz starts from: the shipped definition files, the texts of their rules, and the examples of the language
/// reference, which hold every term.
struct Corpus {
    var files: [SourceFile] = []
    var rules: [RuleSource] = []
    /// KPIs of the shipped files and of the examples, of every unit.
    var kpis: [KPIDeclaration] = Corpus.examples
    /// What modules would have to offer for the shipped files to load.
    var manifests: [Manifest] = []

    /// Every text of a rule but its message.
    private(set) var conditions: [String] = []
    private(set) var messages: [String] = []
    /// What stands beside the signs of the conditions: mostly figures, as a message may hold them.
    private(set) var figures: [String] = []

    static let levels = ["borough", "ward", "plan_area", "lsoa"].map { AreaLevel($0) }

    init(rules folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names where name.hasSuffix(".yaml") {
            let file = SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
            files.append(file)
            guard let root = YAMLDocument(parsing: file).root?.mapping else { continue }
            read(root)
        }
        readExamples(try String(contentsOf: folder.appending(path: "language.md"), encoding: .utf8))
        conditions = rules.flatMap { [$0.when] + $0.given + ($0.clear.map { [$0] } ?? []) }
        messages = rules.map(\.message).filter { !$0.isEmpty }
        let signs: Set = ["<", "<=", ">", ">=", "==", "!=", "and", "or", "not", "between"]
        figures = conditions.flatMap { condition in
            condition.split(separator: " ").split { signs.contains(String($0)) }.map { $0.joined(separator: " ") }
        }
    }

    private mutating func read(_ root: YAMLMapping) {
        for entry in root["rules"]?.mapping?.entries ?? [] {
            guard let rule = entry.value.mapping, let when = rule["when"]?.scalarText,
                let grain = rule["on"]?.scalarText.flatMap({ Grain(rawValue: $0) })
            else { continue }
            let given = rule["given"]?.sequence?.compactMap(\.scalarText) ?? [rule["given"]?.scalarText].compactMap(\.self)
            rules.append(
                RuleSource(
                    grain: grain, when: when, given: given, clear: rule["clear"]?.scalarText,
                    message: rule["message"]?.scalarText ?? ""))
        }
        var indicators: [IndicatorDescription] = []
        for entry in root["kpis"]?.mapping?.entries ?? [] {
            guard let kpi = entry.value.mapping, let unit = kpi["unit"]?.scalarText.flatMap({ Measures.Unit($0) }) else {
                continue
            }
            kpis.append(Self.kpi(entry.key.text, unit, target: kpi["target"] != nil, benchmark: kpi["benchmark"] != nil))
            guard let name = kpi["indicator"]?.scalarText, !indicators.contains(where: { $0.name == name }) else { continue }
            indicators.append(
                IndicatorDescription(
                    name: name, summary: name, definition: name, unit: .stated,
                    parameters: Self.parameters, carriesCounts: true, addsUp: unit == .count))
        }
        guard let module = root["module"]?.scalarText else { return }
        manifests.append(Manifest(id: module, title: module, indicators: indicators))
    }

    private mutating func readExamples(_ page: String) {
        var grain = Grain.quarter
        for line in page.split(separator: "\n") {
            if line.hasPrefix("on ") {
                let name = line.dropFirst(3).split(separator: " from ")[0]
                grain = Grain(rawValue: String(name)) ?? grain
            } else if line.hasPrefix("when: ") {
                rules.append(RuleSource(grain: grain, when: String(line.dropFirst(6))))
            } else if line.hasPrefix("given: "), !rules.isEmpty {
                rules[rules.count - 1].given = [String(line.dropFirst(7))]
            }
        }
    }

    /// Every parameter that the shipped files give, with the kind that its indicator takes.
    private static let parameters: [ParameterDescription] = {
        let kinds: [(String, ParameterKind)] = [
            ("dataset", .dataset), ("column", .column), ("where", .condition), ("of", .condition),
            ("population", .dataset), ("figure", .text), ("change", .text), ("at", .text), ("baseline", .text),
            ("status", .text), ("count", .truth), ("hours", .number), ("under_age", .number), ("offences", .texts),
        ]
        return kinds.map { ParameterDescription($0.0, $0.1, summary: $0.0) }
    }()
}
