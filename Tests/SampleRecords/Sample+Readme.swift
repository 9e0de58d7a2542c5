extension Sample {
    /// The page beside the records: what they are, and what is in them.
    static func readme(of sources: [SampleSource], seed: UInt64) -> String {
        var text = """
            # Made sample records

            **Every record below this folder is made by a seeded generator (seed \(seed)) and describes nobody.** Persons,
            incidents, identifiers, coordinates and figures are invented, but for the few totals named below that repeat the
            figures of the strategy. Area codes and LSOA names are those of the Office for National Statistics, under the
            Open Government Licence v3.0. The police, casualty and traffic files have the columns of the published ones,
            the others columns of their own; real files of the same columns take their place.

            Make it again with `make sample`; equal seeds give equal bytes, and a test holds the committed files against the
            generator. This page is made with them: change the generator, not the files.

            | file | rows | columns |
            |---|---:|---|

            """
        for source in sources {
            text += "| `\(source.path)` | \(source.rowCount) | \(source.columns.joined(separator: ", ")) |\n"
        }
        text += "\n## What happens in them\n\n"
        for source in sources {
            text += "- `\(source.path)`: \(source.story)\n"
        }
        text += """

            ## Records that do not fit

            Six lines are unfit on purpose, so that a run has something to set aside. None of them is in a total named above;
            rows above count them.

            | file | line | what is wrong |
            |---|---|---|
            | `serious-youth-violence/incidents-2022-23.csv` | third last | the date 2023-02-30 does not exist |
            | `serious-youth-violence/incidents-2022-23.csv` | second last | the area E01099999 does not exist |
            | `serious-youth-violence/incidents-2022-23.csv` | last | repeats an incident number, and the whole line |
            | `roads/casualties.csv` | last | 17 fields in place of 19 |
            | `child-exploitation/referrals.csv` | last | the date 2023-13-14 does not exist |
            | `high-harm-areas/fly-tipping.csv` | last | the ward E05099999 does not exist |

            """
        return text
    }
}
