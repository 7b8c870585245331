// Entry point of the benchmark program.
return 0;
