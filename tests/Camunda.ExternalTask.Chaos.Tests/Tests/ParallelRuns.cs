// The tests wait most of the time.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]
