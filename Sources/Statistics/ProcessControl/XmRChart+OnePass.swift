extension XmRChart {
    /// What each point completes and is a part of, in one pass.
    ///
    /// The rules stand readable in their own files, a function each; a test holds the two together over random series. This
    /// is twice as fast, for it allocates nothing between.
    static func signals(
        _ values: [Double?], _ limits: XmRLimits, _ rules: XmRRules
    ) -> (completed: [XmRSignals], shown: [XmRSignals]) {
        let none = XmRSignals(outsideLimits: nil, shift: nil, trend: nil, twoOfThree: nil)
        var completed = [XmRSignals](repeating: none, count: values.count)
        var shown = completed
        let (mean, lower, upper) = (limits.mean, limits.lower, limits.upper)
        let (nearLower, nearUpper) = (limits.nearLower, limits.nearUpper)
        let trendLength = rules.trend.rawValue

        var sideRun = Run()
        var stepRun = Run()
        var previous = Double.nan
        // Whether the last three points lie near a limit, the newest in the lowest bit.
        var near: UInt8 = 0
        var (unfilledShift, unfilledTrend, unfilledTwo) = (0, 0, 0)

        for (last, value) in values.enumerated() {
            // NaN compares false with everything, so a missing value is on no side and takes no step.
            let value = value ?? .nan
            let outside: Direction? = value > upper ? .higher : value < lower ? .lower : nil
            let isNear = outside == nil && (value > nearUpper || value < nearLower)
            near = (near << 1 | (isNear ? 1 : 0)) & 0b111
            sideRun.add(value > mean ? .higher : value < mean ? .lower : nil)
            stepRun.add(value > previous ? .higher : value < previous ? .lower : nil)
            previous = value

            let side = sideRun.direction
            completed[last].outsideLimits = outside
            shown[last].outsideLimits = outside
            if sideRun.length >= XmRRules.shift {
                completed[last].shift = side
                shown[last].shift = side
                for point in max(unfilledShift, last - XmRRules.shift + 1)..<last where shown[point].shift == nil {
                    shown[point].shift = side
                }
                unfilledShift = last
            }
            if stepRun.length >= trendLength - 1 {
                completed[last].trend = stepRun.direction
                shown[last].trend = stepRun.direction
                for point in max(unfilledTrend, last - trendLength + 1)..<last where shown[point].trend == nil {
                    shown[point].trend = stepRun.direction
                }
                unfilledTrend = last
            }
            if sideRun.length >= 3, near.nonzeroBitCount >= 2 {
                completed[last].twoOfThree = side
                // Of the three, those that are near a limit themselves are drawn.
                for back in 0..<3 where near >> back & 1 == 1 && last - back >= unfilledTwo {
                    let point = last - back
                    if shown[point].twoOfThree == nil { shown[point].twoOfThree = side }
                }
                unfilledTwo = last
            }
        }
        return (completed, shown)
    }

    /// Successive points that head one way.
    private struct Run {
        var direction: Direction?
        var length = 0

        @inline(__always)
        mutating func add(_ next: Direction?) {
            length = next == nil ? 0 : next == direction ? length + 1 : 1
            direction = next
        }
    }
}
