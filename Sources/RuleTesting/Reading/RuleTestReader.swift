public import Definitions
public import Diagnostics
import Measures
import YAMLText

/// Files of rule tests as YAML: so far nothing of the rules has to be known, so they can be parsed while those are read.
public struct RuleTestDocuments: Sendable {
    let documents: [YAMLDocument]

    public init(parsing files: [SourceFile]) {
        documents = files.map { YAMLDocument(parsing: $0) }
    }
}

/// Reads the files of rule tests against the definitions that they test. Everything that is wrong is told in one go.
public struct RuleTestReader: Sendable {
    let definitions: Definitions
    let rules: [String: Rule]
    let kpis: [String: KPI]

    public init(_ definitions: Definitions) {
        self.definitions = definitions
        rules = Dictionary(definitions.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        kpis = Dictionary(
            definitions.priorities.flatMap(\.kpis).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var geography: Geography { definitions.partnership.geography }

    /// The tests of all files, in the order of the files, and what is wrong with them. A test that is not sound is left out.
    public func read(_ files: [SourceFile]) -> (tests: [RuleTest], report: DiagnosticReport) {
        read(RuleTestDocuments(parsing: files))
    }

    /// As `read`, of files that were parsed before.
    public func read(_ documents: RuleTestDocuments) -> (tests: [RuleTest], report: DiagnosticReport) {
        let collector = DiagnosticCollector()
        var tests: [RuleTest] = []
        for document in documents.documents {
            collector.report(contentsOf: document.diagnostics)
            guard let root = document.root,
                var reader = MappingReader(root, of: "a file of rule tests", reporting: collector)
            else { continue }
            checkFormat(&reader, collector)
            tests += reader.required("tests", .list(of: testReading(collector))) ?? []
            reader.finish()
        }
        return (tests, collector.finished)
    }

    private func checkFormat(_ reader: inout MappingReader, _ collector: DiagnosticCollector) {
        guard let version = reader.required("beacon", .integer), version != 1 else { return }
        collector.report(DefinitionProblem.formatVersion(found: version, known: 1), at: reader.place(of: "beacon"))
    }

    private func testReading(_ collector: DiagnosticCollector) -> FieldReading<RuleTest> {
        .mapping("a rule test") { reader in
            let name = reader.required("test", .text)
            let first = reader.required("from", Self.period)
            let given = reader.optional("given", .entries(of: .scalar))
            let scope = NightScope(reader: self, first: first, collector: collector)
            let isRead = given != nil || !reader.has("given")
            let atFirst = scope.known(given ?? [], over: NightScope.Known(isWhole: isRead))
            var nights: [RuleTest.Night] = []
            if reader.has("nights") {
                let reading = scope.nightReading
                var known = atFirst
                for draft in reader.optional("nights", .list(of: reading)) ?? [] {
                    known = scope.known(draft.given, over: known)
                    if let last = nights.last?.asOf, let asOf = draft.asOf, asOf <= last {
                        collector.report(
                            RuleTestProblem.nightsOutOfOrder(asOf.description, before: last.description), at: draft.span)
                    }
                    nights.append(scope.night(draft, known))
                }
            } else {
                let asOf = reader.optional("as_of", Self.date)
                let expect = reader.required("expect", .entries(of: scope.expectations)) ?? []
                let draft = NightScope.Draft(asOf: asOf, given: [], expect: expect, span: reader.place(of: "test"))
                nights = [scope.night(draft, atFirst)]
            }
            guard let name, let first else { return nil }
            if nights.allSatisfy(\.expectations.isEmpty), !collector.hasErrors {
                collector.report(RuleTestProblem.nothingExpected, at: reader.place(of: "test"))
            }
            return RuleTest(name: name, span: reader.place(of: "test"), first: first, nights: nights)
        }
    }

    static var period: FieldReading<Period> {
        FieldReading<String>.text.then { text, field in
            if let period = Period(text) { return period }
            field.report(RuleTestProblem.noSuchPeriod(text))
            return nil
        }
    }

    static var date: FieldReading<CalendarDate> {
        FieldReading<YAMLDate>.date.then { date, _ in
            CalendarDate(year: date.year, month: date.month, day: date.day)
        }
    }
}
