import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// How a module's process is started: in a process group of its own, with little of the host's environment, and on
/// Linux so that it does not outlive a killed host.
enum ModuleLaunch {
    /// swift-subprocess runs nothing of ours between fork and exec, so the parent-death signal is asked for by
    /// util-linux's `setpriv`, which then becomes the module: the same process, whatever language it is written in.
    /// The signal follows the thread that started the process; swift-subprocess starts all of them on one that lives
    /// as long as the host. Where there is no `setpriv`, the end of its input still tells a module that the host is gone.
    static let parentDeath = "/usr/bin/setpriv"

    static func configuration(_ path: String) -> Configuration {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let wrapped = hasParentDeath
        return Configuration(
            executable: .path(FilePath(wrapped ? parentDeath : path)),
            arguments: Arguments(wrapped ? ["--pdeathsig", "KILL", "--", path] : []), environment: environment,
            platformOptions: options)
    }

    /// What `setpriv` says where it could not become the module: no such interpreter, a wrong format.
    static func startFailure(_ status: TerminationStatus, standardError: String) -> String? {
        let mark = "setpriv: "
        guard hasParentDeath, status == .exited(126) || status == .exited(127), standardError.hasPrefix(mark) else {
            return nil
        }
        return String(standardError.dropFirst(mark.count).prefix { $0 != "\n" })
    }

    private static let hasParentDeath: Bool = {
        #if os(Linux)
            (try? FileDescriptor.open(FilePath(parentDeath), .readOnly).close()) != nil
        #else
            false
        #endif
    }()

    /// What a program needs to be found and to load; the rest, with whatever secrets it holds, is not the module's.
    private static var environment: Environment {
        let passed: Set<String> = [
            "PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "PYTHONPATH",
        ]
        var values: [Environment.Key: String] = ["LC_ALL": "C.UTF-8", "TZ": "UTC"]
        for (name, value) in HostEnvironment.values where passed.contains(name) {
            if let key = Environment.Key(rawValue: name) { values[key] = value }
        }
        return .custom(values)
    }
}
