/// One computation that a module offers. A value without state of its own: `plan` and `compute` depend on their
/// arguments alone, open no file, no network and no clock, and answer the same twice.
public protocol Indicator: Sendable {
    /// What it computes, takes and reads.
    var description: IndicatorDescription { get }

    /// The queries whose tables `compute` will need; names unique among them.
    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query]

    /// A value for each frame of the request. Areas and periods that are left out are missing.
    func compute(_ request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations]
}

/// An indicator that answers frame by frame: most do.
public protocol FrameIndicator: Indicator {
    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row]

    /// What the reader should know beside the figures of a frame; nothing by default.
    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String]
}

extension FrameIndicator {
    public func compute(_ request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations] {
        var answers: [ComputedObservations] = []
        for frame in request.frames {
            answers.append(
                ComputedObservations(
                    kpi: request.request.kpi, frame: frame, rows: try rows(for: frame, of: request),
                    notes: try notes(for: frame, of: request)))
        }
        return answers
    }

    public func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] { [] }
}
