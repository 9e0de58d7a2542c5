import Diagnostics
import Measures
import ModuleKit
import RuleLanguage
import YAMLText

extension ReadingContext {
    /// Reads a priority's file: datasets, then KPIs against the module's manifest, then rules against the KPIs.
    func priority(_ node: YAMLNode, path: String, partnership: Partnership) -> Priority? {
        guard var reader = MappingReader(node, of: "a priority's file", reporting: collector) else { return nil }
        checkFormat(&reader)
        let locatedID = reader.required("priority", .locatedText)
        if let locatedID { checkID(locatedID.value, of: .priority, at: locatedID.span) }
        let id = locatedID?.value
        let title = reader.required("title", .text)
        let module = reader.required("module", .locatedText)
        let lead = reader.required("lead", .locatedText)
        let source = reader.optional("source", .text) ?? ""
        let themes = reader.optional("themes", .list(of: .text)) ?? []
        let drafts = reader.optional("datasets", .entries(of: datasetReading)) ?? []
        let manifest = module.flatMap(manifest)
        let uses = manifest?.indicators.flatMap(\.datasets) ?? []
        let unreadDatasets = unread("datasets", drafts.map(\.key.text), of: reader)
        for draft in drafts { checkID(draft.key.text, of: .dataset, at: draft.key.span) }
        let datasets = drafts.map { dataset($0.value, named: $0.key.text, uses: uses, in: partnership.geography) }
        let kpiScope = KPIScope(
            context: self, manifest: manifest, datasets: datasets + partnership.datasets, unreadDatasets: unreadDatasets,
            geography: partnership.geography, themes: themes)
        let kpiDrafts = reader.required("kpis", .entries(of: kpiScope.reading)) ?? []
        var kpis = kpiDrafts.map { entry in
            var kpi = entry.value.kpi
            kpi.id = entry.key.text
            kpi.declaration.name = entry.key.text
            kpi.span = entry.key.span
            checkID(kpi.id, of: .KPI, at: kpi.span)
            return kpi
        }
        let groupIDs = partnership.groups.map(\.id)
        if let lead { _ = resolve(.group, lead, among: groupIDs) { groupIDs.contains($0) ? $0 : nil } }
        let ruleScope = RuleScope(
            context: self, kpis: kpis, declarations: kpis.map(\.declaration),
            unreadKPIs: unread("kpis", kpis.map(\.id), of: reader),
            geography: partnership.geography, groups: groupIDs, themes: themes,
            lead: lead?.value ?? "", priority: id ?? "")
        for (place, draft) in kpiDrafts.enumerated() {
            kpis[place].status = draft.value.status.flatMap { ruleScope.status($0, of: kpis[place]) }
        }
        let rules = reader.optional("rules", .entries(of: ruleScope.reading)) ?? []
        let unreadRules = unread("rules", rules.map(\.key.text), of: reader)
        FoldCheck(context: self, geography: partnership.geography, unread: unreadRules).check(rules.map(\.value))
        reader.finish()
        guard let id, let title, let module, let lead else { return nil }
        return Priority(
            id: id, title: title, module: module.value, lead: lead.value, source: source, themes: themes,
            datasets: datasets, kpis: kpis,
            rules: rules.map(\.value),
            path: path)
    }

    /// The names under a key whose entries could not be read: what refers to them is not at fault.
    private func unread(_ key: String, _ read: [String], of reader: MappingReader) -> Set<String> {
        Set(reader.mapping.entry(for: key)?.value.mapping?.entries.map(\.key.text) ?? []).subtracting(read)
    }

    private func manifest(_ module: Located<String>) -> Manifest? {
        switch modules.offer(of: module.value) {
        case .manifest(let manifest): return manifest
        case .failed(let reason):
            report(DefinitionProblem.moduleFailed(module: module.value, reason: reason), at: module.span)
        case .absent:
            report(DefinitionProblem.unknown(.module, module.value, known: modules.known), at: module.span)
        }
        return nil
    }
}
