# fish completion for kompass: asks the program itself, see `kompass complete`.
function __kompass_complete
    set -l words (commandline -opc)
    for line in ($words[1] complete -- $words[2..] (commandline -ct) 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end
complete -c kompass -f -a '(__kompass_complete)'
