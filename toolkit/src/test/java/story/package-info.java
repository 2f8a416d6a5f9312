/**
 * Code outside the toolkit, as a researcher's own lines are: the prompt and what is typed there.
 */
package story;
