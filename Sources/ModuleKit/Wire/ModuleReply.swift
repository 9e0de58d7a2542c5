/// What a module answers.
public enum ModuleReply: Sendable, Hashable {
    case manifest(Manifest)
    case plan(PlanAnswer)
    case observations(ComputeAnswer)
    /// The module could not answer the message at all.
    case failure(String)

    /// The reply's name on the wire.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case manifest, queries, observations, failure
    }

    public var kind: Kind {
        switch self {
        case .manifest: .manifest
        case .plan: .queries
        case .observations: .observations
        case .failure: .failure
        }
    }
}

/// For each KPI its queries, or the reason why it has none.
public struct PlanAnswer: Sendable, Hashable, Codable {
    public var queries: [String: [Query]]
    public var failures: [String: String]

    public init(queries: [String: [Query]] = [:], failures: [String: String] = [:]) {
        self.queries = queries
        self.failures = failures
    }
}

/// For each KPI its observations, a value for each frame, or the reason why it has none.
public struct ComputeAnswer: Sendable, Hashable {
    public var observations: [ComputedObservations]
    public var failures: [String: String]

    public init(observations: [ComputedObservations] = [], failures: [String: String] = [:]) {
        self.observations = observations
        self.failures = failures
    }
}

extension ModuleReply {
    public func frame() throws(WireError) -> [UInt8] {
        var assembly = FrameAssembly()
        switch self {
        case .manifest(let manifest): return try assembly.frame(kind: kind.rawValue, content: manifest)
        case .plan(let answer): return try assembly.frame(kind: kind.rawValue, content: answer)
        case .observations(let answer):
            var entries: [ObservationsContent.Entry] = []
            for computed in answer.observations {
                let table = try assembly.add(ObservationColumns.table(computed.rows))
                entries.append(
                    ObservationsContent.Entry(
                        kpi: computed.kpi, level: computed.level, grain: computed.grain, notes: computed.notes,
                        table: table))
            }
            return try assembly.frame(
                kind: kind.rawValue, content: ObservationsContent(observations: entries, failures: answer.failures))
        case .failure(let reason):
            return try assembly.frame(kind: kind.rawValue, content: FailureContent(reason: reason))
        }
    }

    /// - Parameter frame: exactly one frame.
    public init(frame: [UInt8], limits: WireLimits = WireLimits()) throws(WireError) {
        let contents = try FrameContents(frame, limits: limits)
        switch Kind(rawValue: contents.envelope.kind) {
        case .manifest: self = .manifest(try contents.read(Manifest.self).content)
        case .queries: self = .plan(try contents.read(PlanAnswer.self).content)
        case .observations:
            let (content, tables) = try contents.read(ObservationsContent.self)
            var observations: [ComputedObservations] = []
            for entry in content.observations {
                guard tables.indices.contains(entry.table) else { throw .noSuchTable(entry.table) }
                observations.append(
                    ComputedObservations(
                        kpi: entry.kpi, level: entry.level, grain: entry.grain,
                        rows: try ObservationColumns.rows(tables[entry.table]), notes: entry.notes))
            }
            self = .observations(ComputeAnswer(observations: observations, failures: content.failures))
        case .failure: self = .failure(try contents.read(FailureContent.self).content.reason)
        case nil: throw .unknownKind(contents.envelope.kind)
        }
    }
}

private struct ObservationsContent: Codable {
    struct Entry: Codable {
        var kpi: String
        var level: String
        var grain: String
        var notes: [String]
        /// The place of the observations' table among the frame's tables.
        var table: Int
    }

    var observations: [Entry]
    var failures: [String: String]
}

private struct FailureContent: Codable {
    var reason: String
}
