import ArgumentParser
import Nightly

/// `beacon alerts marks`
struct ListMarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks", abstract: "Name the acknowledgements, silences, actions and notes that hold, with their numbers.")

    @OptionGroup var folder: StateOption
    @OptionGroup var day: MarkDayOption

    @Flag(help: "Those too that have ended, run out or been done.")
    var all = false

    @OptionGroup var format: ResultFormatOption

    func run() throws {
        do throws(RunFailure) {
            let marks = try AlertQuestions(stateFolder: folder.state, asOf: day.day).marks(isHoldingOnly: !all)
            format.write(
                marks, text: marks.isEmpty ? "no marks" : TextTable.text(MarkSummary.columns, marks.map(\.cells)))
        } catch {
            throw CommandEnd(reporting: error)
        }
    }
}
