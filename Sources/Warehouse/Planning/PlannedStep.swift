import ModuleKit

/// A record step whose names are found: columns by their index in the contract, earlier steps' columns among them.
struct PlannedStep: Sendable, Hashable {
    enum Function: Sendable, Hashable {
        case gap(of: [Int])
        case count(of: [Int], withinDays: Int)
        case grid(longitude: Int, latitude: Int, metres: Double)
    }

    var function: Function
    var among: RecordExpression?
}
