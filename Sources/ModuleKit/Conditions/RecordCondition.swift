public import Diagnostics
import RuleLanguage

/// Checks texts of the rule language over a dataset's columns, without data and without an engine.
public enum RecordCondition {
    /// A problem at a UTF-8 range of the text.
    public struct Finding: Error, Sendable {
        public var problem: any Problem
        public var range: Range<Int>

        init(_ problem: any Problem, at range: Range<Int>) {
            self.problem = problem
            self.range = range
        }
    }

    /// Everything that is wrong with a condition (`offence in ["Robbery"] and victim_age < 25`); empty where it can be used.
    ///
    /// Texts and dates compare with their like; a date compares with the day of a date and time. A column with a list
    /// of allowed values is held against it. A comparison with an empty value is neither true nor false, so the record is
    /// not in.
    public static func check(_ text: String, _ contract: DatasetContract) -> [Finding] {
        findings { try RecordExpressionChecker.condition(text, over: contract) }
    }

    /// Everything that is wrong with an expression that should give a number.
    public static func checkNumber(_ text: String, _ contract: DatasetContract) -> [Finding] {
        findings { try RecordExpressionChecker.number(text, over: contract) }
    }

    private static func findings(_ body: () throws -> RecordExpression) -> [Finding] {
        do {
            _ = try body()
            return []
        } catch let invalid as RecordExpressionChecker.Invalid {
            return invalid.findings
        } catch {
            return []
        }
    }
}
