/// The cells of the instruction that is running, and those of the instructions before it: a view of the registers' memory, valid while
/// they are filled.
struct Column {
    private let registers: UnsafeMutableBufferPointer<Cell>
    private let start: Int
    private let count: Int
    private let periodCount: Int

    init(register: Int, count: Int, periodCount: Int, of registers: UnsafeMutableBufferPointer<Cell>) {
        self.periodCount = periodCount
        self.registers = registers
        self.count = count
        start = register * count
    }

    subscript(cell: Int) -> Cell {
        get { registers[start + cell] }
        nonmutating set { registers[start + cell] = newValue }
    }

    /// The cell of an earlier register for an area and a period.
    func result(_ register: Int, _ area: Int, _ period: Int) -> Cell {
        registers[register * count + area * periodCount + period]
    }

    func fill(with value: Cell) {
        for cell in 0..<count { self[cell] = value }
    }

    /// From two earlier registers, cell by cell.
    func combine(_ left: Int, _ right: Int, _ body: (Cell, Cell) -> Cell) {
        for cell in 0..<count { self[cell] = body(registers[left * count + cell], registers[right * count + cell]) }
    }
}
