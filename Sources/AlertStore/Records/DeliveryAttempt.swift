/// One attempt to hand a notice over, which the store knows of before it is made.
public struct DeliveryAttempt: Sendable, Hashable {
    let id: Int64
    let entry: Int64

    /// What is told of an attempt whose end the store never learned.
    static let withoutEnd = "it was cut off, or its end could not be remembered: the notice may have gone out"
}
