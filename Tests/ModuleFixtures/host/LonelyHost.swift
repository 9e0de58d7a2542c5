import ModuleHost

/// A host for one test: starts the module at the path given, tells the module's first words on standard output, and
/// waits to be killed.
@main
struct LonelyHost {
    static func main() async throws {
        let location = ModuleLocation(id: "sleeps", path: CommandLine.arguments[1])
        let session = ModuleSession(location, limits: ModuleLimits(describe: .seconds(60)))
        async let answer = session.describe()
        while !session.standardErrorText.contains("\n") { try await Task.sleep(for: .milliseconds(5)) }
        print(session.standardErrorText)
        // Standard output is a pipe here, whose buffer would keep the words.
        Stream.flush()
        _ = try await answer
    }
}
