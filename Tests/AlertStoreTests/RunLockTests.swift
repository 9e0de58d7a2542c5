import AlertStore
import Diagnostics
import Foundation
import Testing

@Suite("One run at a time")
struct RunLockTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a second run is refused while the first lasts, and is told who holds the folder")
    func sameProcess() throws {
        let first = try RunLock(stateFolder: folder.state, started: Sample.time)
        let error = #expect(throws: AlertStoreError.self) {
            try RunLock(stateFolder: folder.state, started: Sample.time.addingTimeInterval(60))
        }
        let holder = Int(getpid())
        #expect(error?.problem == .runInProgress(folder: folder.state, process: holder, since: "2026-02-02T02:40:00Z"))
        #expect(
            error?.words
                == "another run uses the state folder `\(folder.state)`: process \(holder), started 2026-02-02T02:40:00Z")
        withExtendedLifetime(first) {}
    }

    @Test("the lock is free again when a run has ended, and its file is the owner's alone")
    func released() throws {
        for _ in 0..<3 {
            let lock = try RunLock(stateFolder: folder.state, started: Sample.time)
            #expect(try permissions(of: folder.state + "/run.lock") == 0o600)
            withExtendedLifetime(lock) {}
        }
    }

    @Test("two state folders have two locks")
    func otherFolder() throws {
        let first = try RunLock(stateFolder: folder.state, started: Sample.time)
        #expect(throws: Never.self) { try RunLock(stateFolder: folder.path + "/other", started: Sample.time) }
        withExtendedLifetime(first) {}
    }

    @Test("a lock that another process holds is told with that process, and is free once it ends")
    func otherProcess() async throws {
        let (state, ready, release) = (folder.state, folder.path + "/ready", folder.path + "/release")
        async let holding: Void = hold(state, ready, release)
        try await wait(for: ready)
        let error = #expect(throws: AlertStoreError.self) { try RunLock(stateFolder: state, started: Sample.time) }
        let holder = FileManager.default.contents(atPath: ready).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        #expect(holder != Int(getpid()))
        #expect(error?.problem == .runInProgress(folder: state, process: holder, since: "2026-02-02T02:40:00Z"))
        #expect(FileManager.default.createFile(atPath: release, contents: nil))
        await holding
        #expect(throws: Never.self) { try RunLock(stateFolder: state, started: Sample.time) }
    }

    @Test("a run that was killed leaves no lock")
    func deadProcess() async throws {
        let state = folder.state
        await #expect(processExitsWith: .signal(SIGKILL)) { [state = state as String] in
            let lock = try RunLock(stateFolder: state, started: Sample.time)
            kill(getpid(), SIGKILL)
            withExtendedLifetime(lock) {}
        }
        let left = try #require(FileManager.default.contents(atPath: state + "/run.lock"))
        #expect(!left.isEmpty)
        #expect(throws: Never.self) { try RunLock(stateFolder: state, started: Sample.time) }
    }

    private func hold(_ state: String, _ ready: String, _ release: String) async {
        await #expect(processExitsWith: .success) { [state, ready, release] in
            let lock = try RunLock(stateFolder: state, started: Sample.time)
            try Data("\(getpid())".utf8).write(to: URL(filePath: ready), options: .atomic)
            while !FileManager.default.fileExists(atPath: release) { try await Task.sleep(for: .milliseconds(5)) }
            withExtendedLifetime(lock) {}
        }
    }

    private func wait(for file: String) async throws {
        while !FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(5)) }
    }
}
