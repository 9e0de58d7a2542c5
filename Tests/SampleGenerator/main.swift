import Foundation
import SampleRecords

/// Writes the sample records below a folder: `SampleGenerator FOLDER [SEED]`.
let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, arguments.count <= 2 else {
    FileHandle.standardError.write(Data("usage: SampleGenerator FOLDER [SEED]\n".utf8))
    exit(2)
}
guard let seed = arguments.dropFirst().first.map({ UInt64($0) }) ?? Sample.seed else {
    FileHandle.standardError.write(Data("the seed must be a whole number\n".utf8))
    exit(2)
}

do {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    for (path, text) in Sample.files(seed: seed) {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
} catch {
    FileHandle.standardError.write(Data("the sample could not be written: \(error)\n".utf8))
    exit(1)
}
