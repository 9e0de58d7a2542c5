/// Makes text safe to show: what would be invisible, move the cursor or turn the reading direction is written out.
public enum VisibleText {
    /// `text` with every scalar that a reader could not see written as `<U+202E>`, line ends among them.
    public static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(for: scalar) {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How an invisible scalar is written; nil for one that shows by itself. A tab counts as invisible here.
    static func replacement(for scalar: Unicode.Scalar) -> String? {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F ? nil : named(scalar) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned,
            .surrogate:
            return named(scalar)
        default:
            return nil
        }
    }

    /// The columns that a scalar which shows by itself takes in a terminal: 0 for marks that sit on the one before,
    /// 2 for wide ones (the blocks of East Asian scripts and pictures, as terminals treat them), else 1.
    static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    private static func named(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
}
