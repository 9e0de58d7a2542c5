import ArgumentParser
import Foundation
import Measures
import Nightly

/// A day, as every command takes it.
enum DayText {
    static func read(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else {
            throw ValidationError("'\(text)' is not a date; write year, month and day: 2026-11-22")
        }
        return date
    }
}

/// The day for which marks are told or made.
struct MarkDayOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The day on which marks hold or are made, and up to whose runs alerts are told; today unless given.",
            valueName: "DATE"),
        transform: DayText.read)
    var asOf: CalendarDate?

    var day: CalendarDate { asOf ?? CalendarDate(Date(), in: .current) }
}

/// Who makes a mark.
struct AuthorOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who says it.", valueName: "NAME"))
    var by: String
}

/// Who makes a mark, and why.
struct StatementOptions: ParsableArguments {
    @OptionGroup var author: AuthorOption

    @Option(help: ArgumentHelp("Why.", valueName: "WORDS"))
    var because: String

    var statement: AlertMarking.Statement { AlertMarking.Statement(author: author.by, words: because) }
}

/// Where marks are made, and on which day.
struct MarkingOptions: ParsableArguments {
    @OptionGroup var folder: StateOption
    @OptionGroup var day: MarkDayOption

    var marking: AlertMarking { AlertMarking(stateFolder: folder.state, day: day.day, time: Date()) }
}
