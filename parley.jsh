// What JShell needs to know of Parley. ./parley jshell, scripts and notebooks begin with it; so can any JShell:
// jshell --class-path "$(./parley classpath)" --startup parley.jsh
import dev.parley.*;
import dev.parley.agent.aim.*;
import dev.parley.agent.bias.*;
import dev.parley.agent.play.*;
import dev.parley.agent.ppo.*;
import dev.parley.analysis.*;
import dev.parley.datasets.*;
import dev.parley.env.*;
import dev.parley.env.games.*;
import dev.parley.env.grid.*;
import dev.parley.env.mpe.*;
import dev.parley.language.*;
import dev.parley.report.*;
import dev.parley.study.*;
import dev.parley.train.*;
import dev.parley.vq.*;
import java.io.*;
import java.math.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;
import tech.tablesaw.api.*;
