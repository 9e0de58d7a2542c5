import ModuleKit

/// `severity_ratio`: the share of all casualties who were killed or seriously injured.
///
/// It rises where slight injuries go unreported as well as where collisions become worse.
///
/// - Numerator: casualties of the `severities` stated, in STATS19 Fatal and Serious.
/// - Denominator: casualties of every severity, of the same modes and age bands; without one there is no share.
/// - Unit: percent.
/// - Source: severities by Department for Transport, *Reported road casualties Great Britain: notes, definitions, symbols
///   and conventions*; the ratio is the partnership's own definition.
/// - Departures: severity is as the police recorded it, not adjusted for the recording system.
struct SeverityRatio: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "severity_ratio", summary: "Share of casualties killed or seriously injured",
            definition: "Casualties of the severities stated (Fatal and Serious), over casualties of every severity.",
            unit: .percent,
            parameters: Casualties.parameters, datasets: [Casualties.use], carriesCounts: true, addsUp: false,
            counts: Casualties.ofEverySeverity)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByPeriod(
            Casualties.name, of: Casualties.name, where: try Casualties.condition(request),
            measures: Share.measures(of: try Casualties.counted(request)))
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        try Share.rows(of: Casualties.name, for: frame, request)
    }
}
