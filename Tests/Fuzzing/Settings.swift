import Foundation

/// What the command line asks for: `--seconds 60 --seed N --try K --rules DIR`.
struct Settings {
    var seconds = 60.0
    var seed = UInt64.random(in: 0...UInt64(UInt32.max))
    /// The one try to repeat; nil for all of them, from the first.
    var only: UInt64?
    var rules = URL(filePath: "Rules")

    init(_ arguments: [String]) throws {
        guard arguments.count % 2 == 0 else { throw Failure("every option takes a value: \(arguments)") }
        for place in stride(from: 0, to: arguments.count, by: 2) {
            let value = arguments[place + 1]
            switch arguments[place] {
            case "--seconds": seconds = try Self.number(Double(value), value)
            case "--seed": seed = try Self.number(UInt64(value), value)
            case "--try": only = try Self.number(UInt64(value), value)
            case "--rules": rules = URL(filePath: value)
            default: throw Failure("no option is named \(arguments[place])")
            }
        }
    }

    private static func number<Value>(_ read: Value?, _ text: String) throws -> Value {
        guard let read else { throw Failure("\(text) is no number for this option") }
        return read
    }
}
