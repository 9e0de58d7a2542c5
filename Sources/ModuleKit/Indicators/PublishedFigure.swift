import Measures

/// `published`: a figure as its source stated it, with the bounds that its rounding leaves open.
///
/// Where the source states a figure and its rounded change into the period, but not the year before, the year before
/// is derived: 148 after a rise of "10%, rounded to 1" was 148 ÷ 1.105 to 148 ÷ 1.095, for whole counts 134 or 135,
/// told as the middle with both ends. A year before that is stated as well is told as stated, and the change is held
/// against it.
public struct PublishedFigure: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "published", summary: "A figure as its source stated it",
            definition: "The stated figure for exactly the area and period named; nothing is added up or filled in.",
            unit: .stated,
            parameters: [
                ParameterDescription(
                    "dataset", .dataset, required: true,
                    summary: "Columns figure, area, period, value, unit and basis (exact, or rounded to …)."),
                ParameterDescription("figure", .text, required: true, summary: "The figure's name in the dataset."),
                ParameterDescription(
                    "change", .text,
                    summary: "The name of its published change on the year before, from which that is derived."),
                ParameterDescription(
                    "count", .truth,
                    summary: "Whether the figure is itself a count of events, so that chance can be judged."),
                .standInPeriod,
            ], carriesCounts: true, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let names = [try request.text("figure"), try request.optionalText("change")].compactMap(\.self)
        return PublishedFigures.queries(names, of: try request.dataset(), for: request)
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let figures = try PublishedFigures(for: frame, of: request)
        let isCount = try request.request.truth("count")
        let series = try frame.areas.map { area throws(IndicatorError) in
            try PublishedSeries(area: area, figures: figures, request: request.request)
        }
        return try frame.rows { cell in
            guard let told = series[cell.areaIndex].told[cell.period] else { return nil }
            return Observation(value: told.value, bounds: told.bounds, count: isCount ? told.value : nil)
        }
    }

    public func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let figures = try PublishedFigures(for: frame, of: request)
        var notes: [String] = []
        for area in frame.areas {
            notes += try PublishedSeries(area: area, figures: figures, request: request.request).notes
        }
        return notes
    }
}
