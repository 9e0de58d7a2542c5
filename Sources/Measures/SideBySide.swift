import Dispatch
import Synchronization

/// Work on many values at once, on as many processors as there are.
public enum SideBySide {
    /// The results in the order of the values, whichever was ready first.
    public static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], _ body: @Sendable (Value) -> Result
    ) -> [Result] {
        guard values.count > 1 else { return values.map(body) }
        let results = Mutex([Int: Result](minimumCapacity: values.count))
        DispatchQueue.concurrentPerform(iterations: values.count) { place in
            let result = body(values[place])
            results.withLock { $0[place] = result }
        }
        let ready = results.withLock(\.self)
        return values.indices.compactMap { ready[$0] }
    }
}
