import ArgumentParser

/// Where the store lies, for commands that need nothing else.
struct StateOption: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the store and the caches.", valueName: "DIR"))
    var state = ".state"
}
