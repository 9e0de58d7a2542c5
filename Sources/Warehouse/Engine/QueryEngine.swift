/// Something that runs a script and gives back its answers. The one that the warehouse uses starts a program; a test may pass another.
protocol QueryEngine: Sendable {
    /// Runs a script; the bytes that it wrote, how it ended and what it complained of.
    func run(_ script: String) async throws(WarehouseError) -> EngineOutput
}

struct EngineOutput: Sendable {
    var output: [UInt8]
    var complaint: String
    /// Nil where it ended as it should.
    var failure: String?
}
