extension Sample {
    /// Actions from domestic homicide reviews, with their due dates.
    static func homicideReviewActions(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "homicide review actions")
        var rows: [[String]] = []
        for (review, adopted, actions) in [("Review A", 2021, 9), ("Review B", 2022, 8), ("Review C", 2023, 9)] {
            for index in 0..<actions {
                let due = CalendarMonth(adopted, 6).later(by: 2 * index + 1).first.number - 1
                let completed = CalendarDay(number: due - stream.within(3...70))
                let done = due <= CalendarDay(year: 2024, month: 4, day: 30).number
                rows.append([
                    "HR\(padded(rows.count + 1, to: 3))", review, CalendarDay(number: due).text,
                    done ? completed.text : "",
                ])
            }
        }
        rows.append(["HR027", "Review C", "2024-05-15", ""])
        return SampleSource(
            path: "domestic-abuse/homicide-review-actions.csv",
            story: """
                Actions of three reviews. An action without a completed date is open: one was due on 15 May 2024, another is \
                due on 30 June 2024.
                """,
            table: Table(header: ["Action number", "Review", "Due date", "Completed date"], rows: rows))
    }
}
