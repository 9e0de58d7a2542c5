/// What the host says to a module.
public enum HostMessage: Sendable, Hashable {
    /// What can you compute?
    case describe
    /// Which records do these KPIs need?
    case plan([IndicatorRequest])
    /// What are their observations?
    case compute([ComputeRequest])

    /// The message's name on the wire.
    public var kind: Kind {
        switch self {
        case .describe: .describe
        case .plan: .plan
        case .compute: .compute
        }
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case describe, plan, compute
    }
}

extension HostMessage {
    public func frame() throws(WireError) -> [UInt8] {
        var assembly = FrameAssembly()
        switch self {
        case .describe: return try assembly.frame(kind: kind.rawValue, content: NoContent())
        case .plan(let requests):
            return try assembly.frame(kind: kind.rawValue, content: PlanContent(requests: requests))
        case .compute(let requests):
            var entries: [ComputeContent.Entry] = []
            for request in requests {
                var indices: [String: Int] = [:]
                for name in request.tables.keys.sorted() {
                    guard let table = request.tables[name] else { continue }
                    indices[name] = try assembly.add(table)
                }
                entries.append(ComputeContent.Entry(request: request.request, frames: request.frames, tables: indices))
            }
            return try assembly.frame(kind: kind.rawValue, content: ComputeContent(requests: entries))
        }
    }

    /// - Parameter frame: exactly one frame.
    public init(frame: [UInt8], limits: WireLimits = WireLimits()) throws(WireError) {
        let contents = try FrameContents(frame, limits: limits)
        switch Kind(rawValue: contents.envelope.kind) {
        case .describe:
            _ = try contents.read(NoContent.self)
            self = .describe
        case .plan: self = .plan(try contents.read(PlanContent.self).content.requests)
        case .compute:
            let (content, tables) = try contents.read(ComputeContent.self)
            var requests: [ComputeRequest] = []
            for entry in content.requests {
                var named: [String: Table] = [:]
                for (name, index) in entry.tables {
                    guard tables.indices.contains(index) else { throw .noSuchTable(index) }
                    named[name] = tables[index]
                }
                requests.append(ComputeRequest(request: entry.request, frames: entry.frames, tables: named))
            }
            self = .compute(requests)
        case nil: throw .unknownKind(contents.envelope.kind)
        }
    }
}

private struct PlanContent: Codable {
    var requests: [IndicatorRequest]
}

private struct ComputeContent: Codable {
    struct Entry: Codable {
        var request: IndicatorRequest
        var frames: [Frame]
        /// The place of each query's table among the frame's tables.
        var tables: [String: Int]
    }

    var requests: [Entry]
}
