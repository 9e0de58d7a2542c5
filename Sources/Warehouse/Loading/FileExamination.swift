import Diagnostics
import Digests
import Dispatch
import Foundation
import ModuleKit
import Synchronization

/// What a look at one file of a dataset gives: its account from an earlier load, a reading of it, or what is wrong.
enum FileExamination: Sendable {
    case known(CacheIndex.File)
    case read(ReadFile)
    case refused([DataProblem])
}

/// A file whose bytes were looked at, and what the engine is to open for it.
struct ReadFile: Sendable {
    var path: String
    var fingerprint: FileFingerprint
    var flaws: [FileSurvey.Flaw]
    /// Physical records behind the header.
    var recordCount: Int
    var source: DatasetLoad.Source
    /// Where its text was unpacked or written as UTF-8; nil where the file is that text itself.
    var text: String?

    var soundRecords: Int { recordCount - flaws.count }
}

/// Looks at the files of one dataset.
struct FileExaminer {
    let contract: DatasetContract
    let data: DataFolder
    let state: StateFolder

    /// A look at one file.
    struct Look: Sendable {
        var path: String
        /// The file's account from an earlier load; used where its content is still the same.
        var known: CacheIndex.File?
        /// What a regular copy is called in the folder of work files.
        var copyName: String
    }

    /// Looks at files side by side, in at most so many threads: to digest and to split them takes a processor as long as
    /// the engine takes for its part. What is found comes in the order of the files.
    func examine(_ looks: [Look], threads: Int) throws(WarehouseError) -> [FileExamination] {
        let found = Mutex([Result<FileExamination, WarehouseError>?](repeating: nil, count: looks.count))
        let strides = max(1, min(threads, looks.count))
        DispatchQueue.concurrentPerform(iterations: strides) { first in
            for place in stride(from: first, to: looks.count, by: strides) {
                let look = looks[place]
                let result = Result { () throws(WarehouseError) in
                    try examine(look.path, known: look.known, copyName: look.copyName)
                }
                found.withLock { $0[place] = result }
            }
        }
        var examinations: [FileExamination] = []
        for case let result? in found.withLock({ $0 }) { examinations.append(try result.get()) }
        return examinations
    }

    private func examine(
        _ path: String, known: CacheIndex.File?, copyName: String
    ) throws(WarehouseError) -> FileExamination {
        let absolute = data.absolute(path)
        guard let status = FileStatus(path: absolute) else { return .refused([.fileUnreadable(reason: "it is not a file")]) }
        if let known, known.fingerprint.status == status { return .known(known) }
        var copy: [UInt8]?
        let examination: FileExamination
        do {
            examination = try FileContent.with(absolute, size: status.size) { bytes in
                let digest = SHA256.hexadecimal(of: UnsafeRawBufferPointer(bytes))
                let fingerprint = FileFingerprint(status: status, digest: digest)
                if var known, known.fingerprint.digest == digest {
                    known.fingerprint = fingerprint
                    return .known(known)
                }
                guard isPlain(path) else { return try readText(path, bytes, fingerprint, copyName: copyName, copy: &copy) }
                return read(path, bytes, fingerprint, text: nil, copyName: copyName, copy: &copy)
            }
        } catch let error as GzipFile.Damaged {
            return .refused([.compressedDamaged(reason: error.reason)])
        } catch {
            return .refused([.fileUnreadable(reason: "the system refuses to open it")])
        }
        if let copy { try state.write(copy, to: "work/\(copyName).csv") }
        return examination
    }

    private func problem(_ refusal: FileSurvey.Refusal) -> DataProblem {
        switch refusal {
        case .binary: .fileBinary
        case .empty: .fileEmpty
        case .header(let flaw, let line):
            HeaderSeparator.name(in: line, contract).map(DataProblem.otherSeparator) ?? .headerUnfit(reason: flaw.rawValue)
        }
    }

    private func isPlain(_ path: String) -> Bool {
        !path.lowercased().hasSuffix(".gz") && contract.encoding == .utf8
    }

    /// Reads a file whose text is written out first: unpacked, as UTF-8, into the folder of work files.
    private func readText(
        _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ fingerprint: FileFingerprint, copyName: String,
        copy: inout [UInt8]?
    ) throws -> FileExamination {
        let text = state.file("work/\(copyName).text")
        if path.lowercased().hasSuffix(".gz") {
            let unpacked = state.file("work/\(copyName).unpacked")
            try GzipFile.unpack(data.absolute(path), to: contract.encoding == .utf8 ? text : unpacked)
            if contract.encoding != .utf8 {
                try FileContent.with(unpacked, size: .max) { bytes in
                    try TextEncodingReader(encoding: contract.encoding).write(bytes, to: text)
                }
                try? FileManager.default.removeItem(atPath: unpacked)
            }
        } else {
            try TextEncodingReader(encoding: contract.encoding).write(bytes, to: text)
        }
        return try FileContent.with(text, size: FileStatus(path: text)?.size ?? 0) { bytes in
            read(path, bytes, fingerprint, text: text, copyName: copyName, copy: &copy)
        }
    }

    private func read(
        _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ fingerprint: FileFingerprint, text: String?,
        copyName: String, copy: inout [UInt8]?
    ) -> FileExamination {
        let survey: FileSurvey
        do {
            survey = try FileSurvey(bytes)
        } catch {
            return .refused([problem(error)])
        }
        let match: HeaderMatch
        switch HeaderMatch.match(survey.header, to: contract) {
        case .success(let found): match = found
        case .failure(let mismatch):
            let line = survey.header.joined(separator: ",")
            if let declaration = HeaderSeparator.declaration(line) { return .refused([.separatorLine(declaration)]) }
            let separator = HeaderSeparator.name(in: line, contract)
            return .refused(separator.map { [.otherSeparator($0)] } ?? mismatch.problems)
        }
        var opened = text ?? data.absolute(path)
        var lineEnds = survey.lineEnds
        // The engine takes some characters of a path for a pattern.
        let isPattern = opened.contains { "*?[]{}\\".contains($0) }
        if !survey.isRegular || isPattern {
            copy = RegularCopy.bytes(of: bytes, flaws: survey.flaws)
            opened = state.file("work/\(copyName).csv")
            lineEnds = .lineFeed
        }
        return .read(
            ReadFile(
                path: path, fingerprint: fingerprint, flaws: survey.flaws, recordCount: survey.recordCount,
                source: DatasetLoad.Source(path: path, opened: opened, match: match, lineEnds: lineEnds), text: text))
    }
}
