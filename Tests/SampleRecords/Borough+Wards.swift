// Codes, names and best-fit wards: Office for National Statistics lookups, Open Government Licence v3.0. The
// crime weights are made.

extension Borough {
    /// The 32 wards of 2024 with their LSOAs of 2021. A crime weight says how busy an LSOA of the ward is, in percent of
    /// the average one.
    static let wards: [Ward] = [
        Ward(
            code: "E05015207", name: "Admaston & Bratton", crimeWeight: 50,
            smallAreas: [
                .unchanged("E01014203", "010E")
            ]),
        Ward(
            code: "E05015208", name: "Apley Castle", crimeWeight: 60,
            smallAreas: [
                .unchanged("E01014102", "007A"), .unchanged("E01014103", "007B")
            ]),
        Ward(
            code: "E05015209", name: "Arleston & College", crimeWeight: 150,
            smallAreas: [
                .unchanged("E01014104", "011A"), .unchanged("E01014105", "011B"), .unchanged("E01014113", "011C"),
                .unchanged("E01014114", "011D")
            ]),
        Ward(
            code: "E05015210", name: "Brookside", crimeWeight: 130,
            smallAreas: [
                .unchanged("E01014106", "020A"), .unchanged("E01014108", "020C"), .unchanged("E01014110", "020E")
            ]),
        Ward(
            code: "E05015211", name: "Church Aston & Lilleshall", crimeWeight: 45,
            smallAreas: [
                .unchanged("E01014111", "004A"), .unchanged("E01014112", "002A")
            ]),
        Ward(
            code: "E05015212", name: "Dawley & Aqueduct", crimeWeight: 105,
            smallAreas: [
                .unchanged("E01014119", "019A"), .unchanged("E01014120", "019B"), .unchanged("E01014122", "019D"),
                .unchanged("E01014123", "019E"), .unchanged("E01014124", "017A")
            ]),
        Ward(
            code: "E05015213", name: "Donnington", crimeWeight: 120,
            smallAreas: [
                .unchanged("E01014125", "005A"), .unchanged("E01014126", "005B"), .unchanged("E01014127", "005C"),
                .unchanged("E01014169", "005E")
            ]),
        Ward(
            code: "E05015214", name: "Edgmond", crimeWeight: 40,
            smallAreas: [
                .unchanged("E01014131", "002B"), .unchanged("E01014132", "002C")
            ]),
        Ward(
            code: "E05015215", name: "Ercall", crimeWeight: 80,
            smallAreas: [
                .unchanged("E01014134", "012B")
            ]),
        Ward(
            code: "E05015216", name: "Ercall Magna", crimeWeight: 40,
            smallAreas: [
                .unchanged("E01014135", "002D"), .unchanged("E01014136", "010A")
            ]),
        Ward(
            code: "E05015217", name: "Hadley & Leegomery", crimeWeight: 110,
            smallAreas: [
                .unchanged("E01014137", "009A"), .unchanged("E01014138", "007C"), .unchanged("E01014139", "009B"),
                .unchanged("E01014140", "007D"), .unchanged("E01014142", "009D"), .unchanged("E01014143", "009E"),
                .split("E01035073", "009F", from: "E01014141", "009C", acrossWards: true)
            ]),
        Ward(
            code: "E05015218", name: "Haygate & Park", crimeWeight: 115,
            smallAreas: [
                .unchanged("E01014133", "012A"), .unchanged("E01014144", "012C"), .unchanged("E01014145", "012D"),
                .unchanged("E01014179", "006C"), .unchanged("E01014180", "006D"), .unchanged("E01014202", "010D")
            ]),
        Ward(
            code: "E05015219", name: "Horsehay & Lightmoor", crimeWeight: 75,
            smallAreas: [
                .unchanged("E01014121", "019C"), .split("E01035082", "025D", from: "E01014146", "016A"),
                .split("E01035083", "025E", from: "E01014146", "016A")
            ]),
        Ward(
            code: "E05015220", name: "Ironbridge Gorge", crimeWeight: 70,
            smallAreas: [
                .unchanged("E01014148", "010B"), .unchanged("E01014149", "010C"), .unchanged("E01014161", "022C")
            ]),
        Ward(
            code: "E05015221", name: "Ketley", crimeWeight: 110,
            smallAreas: [
                .unchanged("E01014154", "014E"), .unchanged("E01014155", "014F")
            ]),
        Ward(
            code: "E05015222", name: "Lawley", crimeWeight: 80,
            smallAreas: [
                .split("E01035076", "024A", from: "E01014156", "016C", acrossWards: true),
                .split("E01035078", "024D", from: "E01014156", "016C", acrossWards: true),
                .split("E01035079", "025A", from: "E01014147", "016B"),
                .split("E01035080", "025B", from: "E01014147", "016B"),
                .split("E01035081", "025C", from: "E01014147", "016B")
            ]),
        Ward(
            code: "E05015223", name: "Madeley & Sutton Hill", crimeWeight: 130,
            smallAreas: [
                .unchanged("E01014115", "023A"), .unchanged("E01014116", "023B"), .unchanged("E01014117", "023C"),
                .unchanged("E01014118", "023D"), .unchanged("E01014159", "022A"), .unchanged("E01014160", "022B"),
                .unchanged("E01014162", "022D")
            ]),
        Ward(
            code: "E05015224", name: "Malinslee & Dawley Bank", crimeWeight: 150,
            smallAreas: [
                .renamed("E01014158", "016E", "024E"), .unchanged("E01014163", "017B"),
                .unchanged("E01014164", "017C"), .unchanged("E01014165", "017D"), .unchanged("E01014166", "017E")
            ]),
        Ward(
            code: "E05015225", name: "Muxton", crimeWeight: 60,
            smallAreas: [
                .unchanged("E01014128", "005D"), .unchanged("E01014167", "004B"), .unchanged("E01014168", "004C"),
                .unchanged("E01014170", "004D")
            ]),
        Ward(
            code: "E05015226", name: "Newport East", crimeWeight: 60,
            smallAreas: [
                .unchanged("E01014171", "001A"), .unchanged("E01014172", "001B")
            ]),
        Ward(
            code: "E05015227", name: "Newport North", crimeWeight: 90,
            smallAreas: [
                .unchanged("E01014173", "001C"), .unchanged("E01014174", "001D")
            ]),
        Ward(
            code: "E05015228", name: "Newport South", crimeWeight: 60,
            smallAreas: [
                .unchanged("E01014175", "003A"), .unchanged("E01014176", "003B")
            ]),
        Ward(
            code: "E05015229", name: "Newport West", crimeWeight: 70,
            smallAreas: [
                .unchanged("E01014177", "003C"), .unchanged("E01014178", "003D")
            ]),
        Ward(
            code: "E05015230", name: "Oakengates & Ketley Bank", crimeWeight: 120,
            smallAreas: [
                .unchanged("E01014150", "014A"), .unchanged("E01014151", "014B"), .unchanged("E01014152", "014C"),
                .unchanged("E01014153", "014D"),
                .split("E01035074", "009G", from: "E01014141", "009C", acrossWards: true),
                .split("E01035075", "009H", from: "E01014141", "009C", acrossWards: true)
            ]),
        Ward(
            code: "E05015231", name: "Overdale & The Rock", crimeWeight: 100,
            smallAreas: [
                .renamed("E01014157", "016D", "024C"),
                .split("E01035077", "024B", from: "E01014156", "016C", acrossWards: true)
            ]),
        Ward(
            code: "E05015232", name: "Priorslee", crimeWeight: 70,
            smallAreas: [
                .unchanged("E01014181", "015A"), .unchanged("E01014182", "015B"), .unchanged("E01014183", "015C")
            ]),
        Ward(
            code: "E05015233", name: "Shawbirch & Dothill", crimeWeight: 65,
            smallAreas: [
                .unchanged("E01014129", "006A"), .unchanged("E01014130", "006B"), .unchanged("E01014189", "006E"),
                .unchanged("E01014190", "006F")
            ]),
        Ward(
            code: "E05015234", name: "St Georges", crimeWeight: 100,
            smallAreas: [
                .unchanged("E01014184", "015D"), .unchanged("E01014185", "013A"), .unchanged("E01014186", "013B"),
                .unchanged("E01014187", "013C"), .unchanged("E01014188", "013D")
            ]),
        Ward(
            code: "E05015235", name: "The Nedge", crimeWeight: 160,
            smallAreas: [
                .unchanged("E01014107", "020B"), .unchanged("E01014109", "020D"), .unchanged("E01014191", "018A"),
                .unchanged("E01014192", "018B"), .unchanged("E01014193", "018C"), .unchanged("E01014194", "018D"),
                .unchanged("E01014195", "018E"), .unchanged("E01014196", "018F")
            ]),
        Ward(
            code: "E05015236", name: "Woodside", crimeWeight: 145,
            smallAreas: [
                .unchanged("E01014197", "021A"), .unchanged("E01014198", "021B"), .unchanged("E01014199", "021C"),
                .unchanged("E01014200", "021D"), .unchanged("E01014201", "021E")
            ]),
        Ward(
            code: "E05015237", name: "Wrockwardine", crimeWeight: 40,
            smallAreas: [
                .unchanged("E01014204", "010F")
            ]),
        Ward(
            code: "E05015238", name: "Wrockwardine Wood & Trench", crimeWeight: 105,
            smallAreas: [
                .unchanged("E01014205", "008A"), .unchanged("E01014206", "008B"), .unchanged("E01014207", "008C"),
                .unchanged("E01014208", "008D"), .unchanged("E01014209", "008E")
            ]),
    ]
}
