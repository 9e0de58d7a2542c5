import Diagnostics
import Digests
import ModuleKit

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

    var soundRecords: Int { recordCount - flaws.count }
}

/// Looks at the files of one dataset.
struct FileExaminer {
    let contract: DatasetContract
    let data: DataFolder
    let state: StateFolder

    /// - Parameters:
    ///   - known: the file's account from an earlier load; used where its content is still the same.
    ///   - copyName: what a regular copy is called in the folder of work files.
    func examine(_ path: String, known: CacheIndex.File?, copyName: String) throws(WarehouseError) -> FileExamination {
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
                return read(path, bytes, fingerprint, copyName: copyName, copy: &copy)
            }
        } catch {
            return .refused([.fileUnreadable(reason: "the system refuses to open it")])
        }
        if let copy { try state.write(copy, to: "work/\(copyName)") }
        return examination
    }

    private func read(
        _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ fingerprint: FileFingerprint, copyName: String,
        copy: inout [UInt8]?
    ) -> FileExamination {
        let survey: FileSurvey
        do {
            survey = try FileSurvey(bytes)
        } catch {
            return .refused([error == .binary ? .fileBinary : .fileEmpty])
        }
        let match: HeaderMatch
        switch HeaderMatch.match(survey.header, to: contract) {
        case .success(let found): match = found
        case .failure(let mismatch): return .refused(mismatch.problems)
        }
        var opened = data.absolute(path)
        var lineEnds = survey.lineEnds
        // The engine takes some characters of a path for a pattern.
        let isPattern = opened.contains { "*?[]{}\\".contains($0) }
        if !survey.isRegular || isPattern {
            copy = RegularCopy.bytes(of: bytes, flaws: survey.flaws)
            opened = state.file("work/\(copyName)")
            lineEnds = .lineFeed
        }
        return .read(
            ReadFile(
                path: path, fingerprint: fingerprint, flaws: survey.flaws, recordCount: survey.recordCount,
                source: DatasetLoad.Source(path: path, opened: opened, match: match, lineEnds: lineEnds)))
    }
}
