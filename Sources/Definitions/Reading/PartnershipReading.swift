import Diagnostics
import Measures
import ModuleKit
import YAMLText

extension ReadingContext {
    /// The format version that this Beacon reads.
    static let formatVersion = 1

    /// Whether the file is of the known format; without that nothing else in it can be trusted to mean what it says.
    func checkFormat(_ reader: inout MappingReader) {
        guard let version = reader.required("beacon", .located(.integer)), version.value != Self.formatVersion else {
            return
        }
        report(DefinitionProblem.formatVersion(found: version.value, known: Self.formatVersion), at: version.span)
    }

    /// Reads `partnership.yaml`.
    func partnership(_ node: YAMLNode) -> Partnership? {
        guard var reader = MappingReader(node, of: "partnership.yaml", reporting: collector) else { return nil }
        checkFormat(&reader)
        let name = reader.required("partnership", .text)
        _ = reader.optional("source", .text)
        let geography = reader.required("areas", .mapping("`areas`") { areas in self.geography(&areas) })
        let audiences = reader.required(
            "audiences", .entries(of: .mapping("an audience") { audience in Self.audience(&audience) }))
        let audienceIDs = (audiences ?? []).map(\.key.text)
        let groups = bodies("groups", .group, in: &reader, audiences: audienceIDs)
        let boards = bodies("boards", .board, in: &reader, audiences: audienceIDs)
        let datasets = reader.optional("datasets", .entries(of: datasetReading)) ?? []
        let retention = reader.optional("retention", self.duration(.month))
        let drafts = groups + boards
        let delivery = reader.optional("delivery", deliveryReading(among: drafts.map(\.body))) ?? .folderOnly
        reader.finish()
        resolveReports(drafts)
        guard let name, let geography, let audiences else { return nil }
        return Partnership(
            name: name, geography: geography,
            audiences: audiences.map { entry in
                var audience = entry.value
                audience.id = entry.key.text
                return audience
            },
            bodies: drafts.map(\.body),
            datasets: datasets.map { dataset($0.value, named: $0.key.text, uses: [], in: geography) }, delivery: delivery,
            retentionMonths: retention)
    }

    private static func audience(_ reader: inout MappingReader) -> Audience? {
        let title = reader.required("title", .text)
        let withhold = reader.optional("withhold_up_to", .integer(in: 0...1000))
        let round = reader.optional("round_to", .integer(in: 1...1000))
        let dominance = reader.optional("dominance", dominanceReading)
        guard let title else { return nil }
        return Audience(id: "", title: title, withholdUpTo: withhold ?? 0, roundTo: round ?? 1, dominance: dominance)
    }

    /// `80%`, as a fraction.
    private static var dominanceReading: FieldReading<Double> {
        FieldReading.locatedText.then { text, field in
            if text.value.hasSuffix("%"), let percent = Double(text.value.dropLast()), (1...99).contains(percent) {
                return percent / 100
            }
            field.report(FieldProblem.outOfRange(field: "dominance", text: text.value, lowest: "1%", highest: "99%"))
            return nil
        }
    }

    private struct BodyDraft {
        var body: Body
        var reportsTo: [Located<String>]
    }

    private func bodies(
        _ key: String, _ kind: Body.Kind, in reader: inout MappingReader, audiences: [String]
    ) -> [BodyDraft] {
        let noun = kind == .group ? "a thematic group" : "a board"
        let reading = FieldReading<BodyDraft>.mapping(noun) { entry in
            let title = entry.required("title", .text)
            let audience = entry.required("audience", .locatedText)
            let reportsTo = entry.optional("reports_to", .oneOrMore(.locatedText)) ?? []
            let meetings = entry.optional("meetings", .list(of: .located(.calendarDate))) ?? []
            self.checkOrder(of: meetings)
            if let audience { _ = self.resolve(.audience, audience, among: audiences) { audiences.contains($0) ? $0 : nil } }
            // Kept where something is wrong with it, so that what refers to it is not called unknown.
            let body = Body(
                id: "", title: title ?? "", kind: kind, audience: audience?.value ?? "", reportsTo: reportsTo.map(\.value),
                meetings: Set(meetings.map(\.value)).sorted())
            return BodyDraft(body: body, reportsTo: reportsTo)
        }
        return (reader.required(key, .entries(of: reading)) ?? []).map { entry in
            var draft = entry.value
            draft.body.id = entry.key.text
            draft.body.span = entry.key.span
            checkID(entry.key.text, of: kind == .group ? .group : .body, at: entry.key.span)
            return draft
        }
    }

    /// A day out of its place is a slip of the pen, and would say that a board has met when it has not.
    private func checkOrder(of meetings: [Located<CalendarDate>]) {
        for (first, second) in zip(meetings, meetings.dropFirst()) where second.value <= first.value {
            report(
                PageProblem.meetingsOutOfOrder(first: first.value.description, second: second.value.description), at: second.span)
        }
    }

    private func resolveReports(_ drafts: [BodyDraft]) {
        let ids = drafts.map(\.body.id)
        for draft in drafts {
            for target in draft.reportsTo {
                if target.value == draft.body.id {
                    report(DefinitionProblem.reportsToItself(target.value), at: target.span)
                } else {
                    _ = resolve(.body, target, among: ids) { ids.contains($0) ? $0 : nil }
                }
            }
        }
    }
}
