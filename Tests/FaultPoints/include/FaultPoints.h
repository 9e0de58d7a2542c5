/// Kills the program that it is loaded into at one of the calls by which it changes what is on the disk.
///
/// Loaded by LD_PRELOAD. The calls of the program named in FAULT_PROGRAM are counted; before call number FAULT_POINT it is killed, as by a
/// power cut. Where that is not set, the number of calls is written into the file FAULT_COUNT when the program ends.
