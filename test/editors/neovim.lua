-- Runs inside Neovim: opens a readout with Neovim's own language client and writes down what a person would see.
-- READOUT_TEST is JSON with the configuration to load, the file to open, and where to write the report.
local task = vim.fn.json_decode(vim.env.READOUT_TEST)
local report = { version = vim.fn.matchstr(vim.fn.execute('version'), [[NVIM v\zs\S\+]]) }
local PATIENCE = 30000

local function wait(what, test)
  if not vim.wait(PATIENCE, test, 20) then
    error('waited in vain for ' .. what)
  end
end

-- Puts the cursor on the first place where a text stands, some bytes into it.
local function go_to(text, inside)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search([[\V]] .. text, 'cW') > 0, text .. ' is in the document')
  vim.fn.cursor(0, vim.fn.col('.') + (inside or 0))
end

local function run()
  dofile(task.configuration)
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(task.file))
  local client
  wait('the language server', function()
    client = next(vim.lsp.buf_get_clients(0))
    return client
  end)
  wait('the first findings', function()
    return #vim.diagnostic.get(0) > 0
  end)
  report.findings = vim.tbl_map(function(finding)
    return { line = finding.lnum + 1, code = finding.code, message = finding.message, source = finding.source }
  end, vim.diagnostic.get(0))

  go_to(task.hover, 1)
  vim.lsp.buf.hover()
  wait('the hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
        report.hover = table.concat(lines, '\n')
        return true
      end
    end
  end)

  -- A line of its own behind the first, as if somebody were writing the next key there.
  vim.fn.append(1, task.typed)
  vim.fn.cursor(2, #task.typed)
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = #task.typed
  local replies = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, PATIENCE)
  local answer = assert(replies and replies[client] and replies[client].result, 'completion is answered')
  report.completion = vim.tbl_map(function(item)
    return item.label
  end, answer.items or answer)
  vim.cmd('2delete')

  go_to(task.rename.from, 1)
  vim.lsp.buf.rename(task.rename.to)
  wait('the rename', function()
    return vim.fn.search([[\V]] .. task.rename.to, 'nw') > 0
  end)
  report.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  -- What is mended is no longer reported.
  vim.cmd('silent %s/' .. task.mend.from .. '/' .. task.mend.to .. '/')
  wait('the finding to go', function()
    for _, finding in ipairs(vim.diagnostic.get(0)) do
      if finding.code == task.mend.code then
        return false
      end
    end
    return true
  end)
  vim.lsp.stop_client(client)
  wait('the server to end', function()
    return vim.lsp.client_is_stopped(client)
  end)
end

local ok, problem = xpcall(run, debug.traceback)
if not ok then
  report.problem = tostring(problem)
end
vim.fn.writefile({ vim.fn.json_encode(report) }, task.report)
vim.cmd('qall!')
