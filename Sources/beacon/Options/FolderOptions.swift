import ArgumentParser
import Foundation
import Measures
import Nightly
import Warehouse

/// Where definitions, modules and state lie: what every command needs.
struct DefinitionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the definition files.", valueName: "DIR"))
    var rules = "Rules"

    @Option(
        help: ArgumentHelp(
            "A folder with modules; may be given several times. They go before those beside beacon.", valueName: "DIR"))
    var modules: [String] = []

    @Option(
        help: ArgumentHelp(
            "The folder of the records and lookup tables; the data folder of the rules unless given.", valueName: "DIR"))
    var data: String?

    @Option(help: ArgumentHelp("The folder of the store and the caches.", valueName: "DIR"))
    var state = ".state"

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("The date to stand on, today unless given; nothing later is used.", valueName: "DATE"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("'\(text)' is not a date; write year, month and day: 2026-11-22")
            }
            return date
        })
    var asOf: CalendarDate?
}

/// Where lists go, and what takes mail.
struct DeliveryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the lists, and of the notices in it.", valueName: "DIR"))
    var out = "out"

    @Option(
        help: ArgumentHelp("The program that takes mail, as `sendmail -t -i` does, for routes by mail.", valueName: "PATH"))
    var sendmail = NightlySettings.standardSendmail
}

/// Where records lie as well.
struct DataOptions: ParsableArguments {
    @OptionGroup var definitions: DefinitionOptions

    @Option(help: Engine.help)
    var engine = Engine.standard

    @Option(help: ArgumentHelp("Memory that the query engine may use.", valueName: "MB"))
    var engineMemory = 2048
}

extension DefinitionOptions {
    func settings(
        out: String = "out", engineMemory: Int = 2048, sendmail: String = NightlySettings.standardSendmail
    ) -> NightlySettings {
        NightlySettings(
            rulesFolder: rules, dataFolder: data ?? "\(rules)/data", stateFolder: state, outFolder: out,
            moduleFolders: modules, asOf: asOf ?? CalendarDate(Date(), in: .current), isByClock: asOf == nil,
            engine: WarehouseSettings(program: EngineLocation.program, memoryMegabytes: engineMemory),
            sendmail: sendmail, environment: ProcessInfo.processInfo.environment, version: BeaconVersion.text, now: { Date() })
    }
}

extension DataOptions {
    func settings(out: String = "out", sendmail: String = NightlySettings.standardSendmail) -> NightlySettings {
        definitions.settings(out: out, engineMemory: engineMemory, sendmail: sendmail)
    }
}
