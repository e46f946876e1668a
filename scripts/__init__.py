"""The compiler: briefing files in, a searchable site with feeds out.

The modules in the order in which a briefing travels through them:

    problems · characters · links · yaml_errors · yaml_tree    what every later step speaks in
    vocabulary → model → settings              the words and the shapes that files may have
    front_matter_file · theme_suggester        a file's text of its fields; the themes that a text is about
    sources → load → markdown_text · rules     files, parsed once into frozen types, and what is wrong with them
    library · grouping · channels · bodies     the collection, arranged for whoever looks something up in it
    site · wording · page_meta · templating    what outputs are made with; their wording lies in templates/
    activity · quarters · news · cascade       what happened when: for News Updates and for each role
    toolkit · teaching                         what a theme holds, and what of it can be taught
    ledger → evidence                          what the partnership asks itself, what it did, and what shows it
    recommendations · recurrence · figures · situations · unsaid · cross_links · charts
                                               what the collection knows as a whole
    reading_time · routes · briefing_values    how long a briefing takes, where it goes, what templates know
    rich_text · documents → copy_page          texts that leave the site, as blocks and spans
    data                                       the collection as calendars, tables and JSON
    outputs                                    the pages, feeds and data files, compiled into artifacts
    packs → press                              the files to take away, and PDF, slides and mail made of them
    stage                                      everything written to build/docs
    render → search_index · search_files · verify → swap    HTML, index, last checks, and into place
    new_briefing · importing · answering       a briefing begun; a digest read into a file; a question answered
    checklists · from_issue · git_branch       a submitted form made into a branch
    git_tree                                   the files as they were at a commit, to compare with
    compiled_pages → changes → change_comment  what a pull request does to the site
    build · serve · report · derive · cli      the commands: the edge that knows disk and clock
"""
