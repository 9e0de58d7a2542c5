import Testing

@Suite("A false discovery rate over areas that overlap")
struct OverlappingFamilyTests {
    @Test("is refused at that level, and taken at others")
    func overlapping() {
        var files = Files.replacingInPartnership(
            "audiences:\n",
            """
              plan_areas:
                north: {name: North, wards: [E05a]}
                centre: {name: Centre, wards: [E05a, E05b]}
            audiences:

            """)
        files.violence = files.violence
            .replacing("    by: [borough, ward]\n", with: "    by: [borough, ward, plan_area]\n")
            .replacing("    severity: high\n", with: "    severity: high\n    per: discovery rate 5%\n")
        #expect(
            files.rendered == #"""
                violence.yaml:34:5: error[overlapping-family]: areas of the level `plan_area` overlap, so their tests are no family whose false discovery rate could be held
                      per: discovery rate 5%
                      ^~~
                  name the levels whose areas share none by `by:`, and give the others a rule of their own

                """#)
        files.violence = files.violence.replacing("    severity: high\n", with: "    severity: high\n    by: [borough, ward]\n")
        #expect(files.rendered == "")
    }
}
