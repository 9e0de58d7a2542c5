import Foundation
import Testing

extension Workbench {
    /// Writes a Parquet file of the records of a query.
    func writeParquet(_ query: String, to path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: try #require(EngineFinder.program))
        process.arguments = ["-c", "COPY (\(query)) TO '\(data)/\(path)' (FORMAT parquet)"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
