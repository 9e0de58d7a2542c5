import Definitions
import Diagnostics
import Measures
import RuleLanguage
import YAMLText

/// Reads the nights of one test.
struct NightScope {
    let reader: RuleTestReader
    /// Nil where it could not be read; then nothing is held against it.
    let first: Period?
    let collector: DiagnosticCollector

    typealias Given = [(key: YAMLScalar, value: YAMLScalar)]
    /// By period, for one rule and area.
    typealias Expected = [(key: YAMLScalar, value: ExpectationDraft)]

    struct Draft {
        var asOf: CalendarDate?
        var given: Given
        var expect: [(key: YAMLScalar, value: Expected)]
        var span: SourceSpan
    }

    /// What is expected of a period, before it is known of which.
    struct ExpectationDraft {
        var text: ExpectationText
        var message: String?
    }

    var nightReading: FieldReading<Draft> {
        .mapping("a night") { reader in
            let asOf = reader.required("as_of", RuleTestReader.date)
            let given = reader.optional("given", .entries(of: .scalar)) ?? []
            let expect = reader.optional("expect", .entries(of: expectations)) ?? []
            return Draft(asOf: asOf, given: given, expect: expect, span: reader.place(of: "as_of"))
        }
    }

    var expectations: FieldReading<Expected> { .entries(of: expectation) }

    /// `fired, firing`, or a mapping of `verdict`, `alert` and `message`.
    private var expectation: FieldReading<ExpectationDraft> {
        FieldReading { field in
            guard field.node.mapping != nil else {
                return field.nonEmptyScalar().flatMap(text).map { ExpectationDraft(text: $0) }
            }
            return FieldReading<ExpectationDraft>.mapping("an expectation") { reader in
                let verdict = reader.optional("verdict", .scalar).flatMap(text)
                let alert = reader.optional("alert", .scalar).flatMap(text)
                let message = reader.optional("message", .text)
                return ExpectationDraft(
                    text: ExpectationText(verdict: verdict?.verdict, alert: alert?.alert), message: message)
            }.read(field)
        }
    }

    private func text(_ scalar: YAMLScalar) -> ExpectationText? {
        do throws(ExpectationText.Finding) {
            return try ExpectationText(scalar.text)
        } catch {
            collector.report(error.problem, at: scalar.span(ofUTF8Range: error.range))
            return nil
        }
    }

    /// What is known on a night.
    struct Known {
        var series: [RuleTest.Series] = []
        /// Whether some could not be read: then nothing is said of what they would have given.
        var isWhole = true
    }

    /// What was known before, with what is given now in place of older.
    func known(_ given: Given, over before: Known) -> Known {
        var known = before
        var now: Set<[String]> = []
        for entry in given {
            guard let read = self.series(entry.key, entry.value) else {
                known.isWhole = false
                continue
            }
            if !now.insert([read.kpi, read.area.rawValue]).inserted {
                collector.report(RuleTestProblem.seriesTwice(entry.key.text), at: entry.key.span)
            }
            if let place = known.series.firstIndex(where: { $0.kpi == read.kpi && $0.area == read.area }) {
                known.series[place] = read
            } else {
                known.series.append(read)
            }
        }
        return known
    }

    private func series(_ key: YAMLScalar, _ value: YAMLScalar) -> RuleTest.Series? {
        let subject = Subject(key.text)
        guard let kpi = reader.kpis[subject.name] else {
            collector.report(
                RuleTestProblem.unknownKPI(subject.name, known: reader.kpis.keys.sorted()),
                at: key.span(ofUTF8Range: subject.nameRange))
            return nil
        }
        if let first, !kpi.grains.contains(first.grain) {
            collector.report(
                RuleTestProblem.kpiNotAtGrain(
                    kpi: kpi.id, grain: first.grain.rawValue, offered: kpi.grains.map(\.rawValue)), at: key.span)
            return nil
        }
        let areas = kpi.levels.flatMap { kpi.areas(at: $0, in: reader.geography) }
        guard let area = area(subject, among: areas, key) else { return nil }
        do throws(SeriesText.Finding) {
            let figures = try SeriesText(kpi: kpi.declaration, first: first).figures(value.text)
            return RuleTest.Series(kpi: kpi.id, level: area.level, area: area.code, figures: figures)
        } catch {
            collector.report(error.problem, at: value.span(ofUTF8Range: error.range))
            return nil
        }
    }

    /// The area that a key names, or the first.
    func area(_ subject: Subject, among codes: [AreaCode], _ key: YAMLScalar) -> Area? {
        guard let name = subject.area else { return codes.first.flatMap(reader.geography.area) }
        let areas = codes.compactMap(reader.geography.area)
        if let area = areas.first(where: { $0.code.rawValue == name }) ?? areas.first(where: { $0.goes(by: name) }) {
            return area
        }
        collector.report(
            RuleTestProblem.unknownArea(name, of: subject.name, known: areas.map(\.name)),
            at: key.span(ofUTF8Range: subject.areaRange))
        return nil
    }

    /// `syv_incidents`, or `syv_incidents in Ketley`.
    struct Subject {
        var name: String
        var area: String?
        var nameRange: Range<Int>
        var areaRange: Range<Int>

        init(_ text: String) {
            let words =
                text.utf8.contains(UInt8(ascii: " "))
                ? text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false) : []
            guard words.count == 3, words[1] == "in" else {
                (name, nameRange, areaRange) = (text, 0..<text.utf8.count, 0..<0)
                return
            }
            name = String(words[0])
            area = String(words[2])
            nameRange = 0..<words[0].utf8.count
            areaRange = text.utf8.count - words[2].utf8.count..<text.utf8.count
        }
    }
}
