import ArgumentParser
import ModuleHost
import ModuleKit

/// `beacon modules`: what computes the indicators.
struct ModulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modules", abstract: "List, describe or test the modules that the host finds.",
        subcommands: [ListModules.self, DescribeModule.self, TestModule.self], defaultSubcommand: ListModules.self)
}

struct ModuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with modules; may be given several times. They go before those beside beacon.", valueName: "DIR"))
    var modules: [String] = []

    var finder: ModuleFinder { ModuleFinder(named: modules) }

    func location(_ id: String) throws -> ModuleLocation {
        do throws(ModuleFailure) {
            return try finder.find(id)
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}

extension CommandEnd {
    init(reporting failure: ModuleFailure) {
        Terminal.message("error: \(failure)\n  \(failure.remedy)")
        if !failure.standardError.isEmpty { Terminal.message("it wrote:\n\(failure.standardError)") }
        self.init(code: .faults)
    }
}

struct ListModules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Name every module and its indicators.")

    @OptionGroup var options: ModuleOptions

    func run() async throws {
        var failed = false
        for location in options.finder.all() {
            let session = ModuleSession(location)
            do throws(ModuleFailure) {
                let manifest = try await session.describe()
                Terminal.result("\(manifest.id): \(manifest.title)")
                Terminal.result("  \(manifest.indicators.map(\.name).joined(separator: ", "))")
            } catch {
                Terminal.message("\(location.id): \(error)")
                failed = true
            }
            await session.close()
        }
        if failed { throw CommandEnd(code: .faults) }
    }
}

struct DescribeModule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Tell what a module computes: each indicator with its parameters and datasets.")

    @OptionGroup var options: ModuleOptions

    @Argument(help: "The module's id.")
    var module: String

    func run() async throws {
        let session = ModuleSession(try options.location(module))
        do throws(ModuleFailure) {
            let manifest = try await session.describe()
            Terminal.result("\(manifest.title) (\(manifest.id)), contract \(manifest.contract)")
            for indicator in manifest.indicators { Terminal.result(Self.lines(indicator).joined(separator: "\n")) }
        } catch {
            await session.close()
            throw CommandEnd(reporting: error)
        }
        await session.close()
    }

    private static func lines(_ indicator: IndicatorDescription) -> [String] {
        var lines = [
            "", "\(indicator.name) (\(indicator.unit.rawValue)): \(indicator.summary)", "  \(indicator.definition)",
        ]
        lines += indicator.parameters.map { parameter in
            "  with \(parameter.name) (\(parameter.kind.rawValue)\(parameter.required ? ", required" : "")): \(parameter.summary)"
        }
        lines += indicator.datasets.map { dataset in
            "  reads \(dataset.name): \(dataset.columns.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", "))"
        }
        lines.append(
            "  \(indicator.carriesCounts ? "carries counts" : "carries no counts"); \(indicator.addsUp ? "adds up" : "does not add up")"
        )
        return lines
    }
}

struct TestModule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the conformance kit on a module.")

    @OptionGroup var options: ModuleOptions

    @Argument(help: "The module's id.")
    var module: String

    func run() async throws {
        let checks = await ConformanceKit(try options.location(module)).run()
        for check in checks {
            Terminal.result(
                "\(check.passed ? "passed" : "FAILED")  \(check.name)\(check.detail.isEmpty ? "" : " (\(check.detail))")")
        }
        let failed = checks.count { !$0.passed }
        Terminal.result("\(checks.count - failed) of \(checks.count) checks passed")
        if failed > 0 { throw CommandEnd(code: .faults) }
    }
}
